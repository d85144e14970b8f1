// Keeps one core busy until its input ends, which it does when whoever started it is gone, however that came.
process.stdin.on('end', () => process.exit());
process.stdin.resume();
const BUSY_MS = 50;
function spin() {
  const end = performance.now() + BUSY_MS;
  while (performance.now() < end);
  setImmediate(spin);
}
spin();
