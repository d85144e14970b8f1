// Has Python read what the lab writes for it: node scripts/test-exports.mjs. Needs python3, and PyPI the first time.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

const root = fileURLToPath(new URL('../', import.meta.url));
const folder = `${root}.cache/exports`;
const mnistDir = process.env.MNIST_DIR ?? `${root}.cache/mnist`;
const [IMAGES, FIXTURE_IMAGES, STEPS, MOST_APART] = [100, 3, 4, 1e-4];

/** A virtual environment of its own, made anew when what it needs changes. */
function environment() {
  const place = `${root}.cache/exports-python`;
  const requirements = `${root}scripts/exports/requirements.txt`;
  const wanted = createHash('sha256').update(readFileSync(requirements)).digest('hex');
  const [stamp, bin] = [`${place}/made-of`, process.platform === 'win32' ? 'Scripts' : 'bin'];
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
    console.log('Making a virtual environment: some gigabytes from PyPI, once.');
    rmSync(place, { recursive: true, force: true });
    must(spawnSync(process.env.PYTHON ?? 'python3', ['-m', 'venv', place], { stdio: 'inherit' }));
    must(
      spawnSync(`${place}/${bin}/python`, ['-m', 'pip', 'install', '-q', '-r', requirements], {
        stdio: 'inherit',
      }),
    );
    writeFileSync(stamp, wanted);
  }
  return `${place}/${bin}`;
}

function must({ status }) {
  if (status !== 0) throw new Error('a command failed');
}

const bin = environment();
const env = {
  ...process.env,
  MNIST_DIR: mnistDir,
  STEPS: String(STEPS),
  OMP_NUM_THREADS: '1',
  PYTHONWARNINGS: 'ignore',
  // Notebooks run by the Python of the environment.
  PATH: `${bin}:${process.env.PATH}`,
  JUPYTER_PATH: `${bin}/../share/jupyter`,
};
let failed = 0;
const check = (isRight, text) => {
  console.log(`${isRight ? 'ok    ' : 'FAILED'} ${text}`);
  if (!isRight) failed += 1;
};
const run = (command, ...args) =>
  spawnSync(`${bin}/${command}`, args, { cwd: folder, env, stdio: ['ignore', 'inherit', 'inherit'] })
    .status === 0;
const quiet = (command, ...args) =>
  new Promise((resolve) => {
    let said = '';
    const child = spawn(`${bin}/${command}`, args, { cwd: folder, env });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
    child.on('close', (code) => {
      if (code !== 0) console.error(said);
      resolve(code === 0);
    });
  });
const read = (name) => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8'));

const server = await createServer({
  ...{ root, configFile: false, logLevel: 'error', appType: 'custom' },
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true },
});
const lab = await server.ssrLoadModule(`${root}scripts/exports/write-exports.ts`);
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
await lab.writeExports(folder, await lab.someImages(mnistDir, IMAGES, FIXTURE_IMAGES));
await lab.writeDrawings(folder);
await lab.writeSweep(folder);
const curves = await lab.writeCurves(folder, mnistDir);
const cases = read('cases.json');
const presets = cases.filter(({ isPreset }) => isPreset).map(({ name }) => name);

for (const library of ['keras', 'pytorch', 'onnx']) {
  check(
    run('python', `${root}scripts/exports/check_networks.py`, folder, library),
    `all networks in ${library}`,
  );
}
const python = `${root}src/export/python`;
check(
  run('python', `${root}scripts/exports/check_placing.py`, folder, `${python}/placing.py`),
  'the placing of drawings',
);
const notebooks = `${root}scripts/exports/check_notebooks.py`;
check(run('python', notebooks, folder, '2', ...presets), 'notebooks on two devices');
check(run('python', notebooks, folder, '1', presets[0]), 'a notebook on one device');

/** @returns the largest difference of two lists of losses; NaN where one is shorter */
const apart = (a, b) =>
  a.length === b.length ? Math.max(...a.map((loss, i) => Math.abs(loss - b[i]))) : Number.NaN;
for (const name of [...presets, ...curves]) {
  const options = [
    `${name}.py`,
    '--fresh',
    ...(curves.includes(name) ? [] : ['--steps', `${STEPS}`]),
    '--curve',
  ];
  const ran =
    (await quiet('python', ...options, `${name}.alone.json`)) &&
    (await quiet('torchrun', '--standalone', '--nproc-per-node', '2', ...options, `${name}.two.json`));
  if (!ran) {
    check(false, `training of ${name}`);
    continue;
  }
  const { losses } = read(`${name}.alone.json`);
  const difference = apart(losses, read(`${name}.two.json`).losses);
  check(
    difference <= MOST_APART,
    `${name}: two processes and one: ${difference.toExponential(1)} over ${losses.length} batches`,
  );
  if (!curves.includes(name)) continue;
  const fromLab = apart(losses, read(`${name}.lab.json`).losses);
  check(fromLab <= MOST_APART, `${name}: PyTorch and the lab: ${fromLab.toExponential(1)}`);
}

const sweeping = () => quiet('python', 'sweep.py', '--threads', '1');
check((await Promise.all([sweeping(), sweeping()])).every(Boolean), 'two Optuna processes on one storage');
const { results } = lab.readSweepResults(
  'sweep-results.json',
  readFileSync(`${folder}/sweep-results.json`, 'utf8'),
);
check(
  results.length === 6 && results.every(({ validation }) => validation),
  `a sweep of six: ${results.length} results`,
);
await server.close();

if (failed === 0) {
  const found = Object.fromEntries(
    ['keras', 'pytorch', 'onnx'].map((library) => [library, read(`found-${library}.json`)]),
  );
  const fixture = Object.fromEntries(
    cases.map(({ name, given }) => [name, { given, found: lab.lastOf(found, name, FIXTURE_IMAGES) }]),
  );
  const kept = 'tests/fixtures/exports/found.json';
  writeFileSync(`${root}${kept}`, JSON.stringify({ sweep: lab.sweepFingerprint(), networks: fixture }));
  must(
    spawnSync('npx', ['--no-install', 'biome', 'format', '--write', kept], { cwd: root, stdio: 'ignore' }),
  );
  console.log(`What Python found is kept in ${kept}.`);
}
process.exit(failed > 0 ? 1 : 0);
