// Gives readers spoilt files, each for 60 seconds in a process of its own: npm run fuzz [-- [seconds] [names of readers]]
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

/** Bytes of JavaScript's own heap; arrays are counted by the program itself. */
const HEAP_MIB = 512;
/** Beyond its time, for what comes after; who takes longer hangs. */
const PATIENCE_S = 60;
/** Characters of what a process has said that failed. */
const MOST_SAID = 3000;

const root = fileURLToPath(new URL('../', import.meta.url));
// Open until the end: what readers load when it is needed comes through it too.
const vite = await createServer({
  root,
  configFile: false,
  logLevel: 'error',
  appType: 'custom',
  server: { middlewareMode: true, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true },
});
const module = await vite.ssrLoadModule(`${root}bench/fuzz/fuzz.ts`);
const [seconds, names] = read(process.argv.slice(2));
if (process.env.DIGIT_LAB_FUZZED) {
  process.send('begun');
  process.exitCode = (await module.fuzz(process.env.DIGIT_LAB_FUZZED, seconds)) ? 0 : 1;
} else process.exitCode = (await all(names)).every(Boolean) ? 0 : 1;
await vite.close();

/** Some at a time. @returns whether each went as it should */
async function all(waiting) {
  const queue = [...waiting];
  const results = [];
  const work = async () => {
    for (let name = queue.shift(); name; name = queue.shift()) results.push(await fuzzed(name));
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return results;
}

function fuzzed(name) {
  return new Promise((resolve) => {
    const file = fileURLToPath(import.meta.url);
    const child = spawn(process.execPath, [`--max-old-space-size=${HEAP_MIB}`, file, `${seconds}`], {
      stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
      env: { ...process.env, DIGIT_LAB_FUZZED: name },
    });
    // HDF5 writes down what it thinks of each file.
    let said = '';
    child.stderr.on('data', (text) => {
      said = `${said}${text}`.slice(-MOST_SAID);
    });
    // From when it says that it has begun: what comes before takes long on a machine that is busy.
    let hangs;
    child.once('message', () => {
      hangs = setTimeout(() => child.kill('SIGKILL'), 1000 * (seconds + PATIENCE_S));
    });
    child.on('exit', (code, signal) => {
      clearTimeout(hangs);
      if (code !== 0) {
        const how = signal ? `, ended by ${signal}: it hangs, or takes too much memory` : '';
        console.error(`${said}\n${name}: failed${how}`);
      }
      resolve(code === 0);
    });
  });
}

function read(given) {
  const [first = '60', ...others] = given;
  const time = Number(first);
  const wanted = Number.isNaN(time) ? given : others;
  const unknown = wanted.filter((name) => !module.READER_NAMES.includes(name));
  if (time <= 0 || unknown.length > 0) {
    console.error(`For how many seconds, and which of these readers?\n${module.READER_NAMES.join('\n')}`);
    process.exit(2);
  }
  return [Number.isNaN(time) ? 60 : time, wanted.length > 0 ? wanted : module.READER_NAMES];
}
