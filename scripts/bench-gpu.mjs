// Measures the WebGPU step without a browser, on Dawn in Node or on wgpu in Deno: node scripts/bench-gpu.mjs [--rounds N] [--json] [--deno] [--parity N | --kernels | --paper]
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('../', import.meta.url));
const RESULTS = 'test-results/bench-gpu.json';

function fail(sentence) {
  console.error(sentence);
  process.exit(2);
}

function commandLine() {
  const flag = { type: 'boolean', default: false };
  const number = { type: 'string' };
  try {
    const options = { json: flag, deno: flag, kernels: flag, paper: flag, parity: number, rounds: number };
    return parseArgs({ options }).values;
  } catch (error) {
    return fail(error.message);
  }
}

const { json, deno, ...modes } = commandLine();
for (const name of ['parity', 'rounds']) {
  if (modes[name] !== undefined && !/^[1-9]\d{0,3}$/.test(modes[name])) {
    fail(`--${name} wants a number from 1 to 9999, not ${modes[name]}.`);
  }
}

/** The folder of a package that is no dependency of the project. */
function toolFolder(name) {
  const folders = [root, process.env.DIGIT_LAB_GPU_TOOLS].filter(Boolean);
  const found = folders.map((folder) => join(folder, 'node_modules', name)).find(existsSync);
  return (
    found ??
    fail(`There is no npm package \`${name}\` here, which is too heavy to be one of the project's dependencies:
  npm install --no-save webgpu deno
puts it into node_modules, or DIGIT_LAB_GPU_TOOLS names a folder with a node_modules that has it.
Without a GPU, VK_DRIVER_FILES names a Vulkan driver that imitates one:
  /usr/lib/chromium/vk_swiftshader_icd.json         SwiftShader, of Debian's package chromium
  /usr/share/vulkan/icd.d/lvp_icd.x86_64.json       lavapipe, of Debian's package mesa-vulkan-drivers (with --deno)`)
  );
}

/** What runs the bench, with its first arguments. */
function runner() {
  if (modes.paper) return { command: [process.execPath], env: {} };
  if (!deno) {
    const address = pathToFileURL(join(toolFolder('webgpu'), 'index.js')).href;
    return { command: [process.execPath], env: { DIGIT_LAB_WEBGPU: address } };
  }
  const launcher = join(toolFolder('deno'), 'bin.cjs');
  return {
    command: [process.execPath, launcher, 'run', '--allow-all', '--unstable-webgpu'],
    env: { DENO_NO_UPDATE_CHECK: '1' },
  };
}

const {
  command: [program, ...first],
  env,
} = runner();
mkdirSync(join(root, 'test-results'), { recursive: true });
rmSync(join(root, RESULTS), { force: true });
const build = spawnSync(
  'npx',
  ['--no-install', 'vite', 'build', '--logLevel', 'warn', '--config', 'bench/gpu/vite.config.ts'],
  { stdio: ['ignore', process.stderr, 'inherit'], cwd: root, shell: process.platform === 'win32' },
);
if (build.status !== 0) process.exit(1);

const asked = Object.entries(modes).flatMap(([name, value]) => {
  if (value === true) return [`--${name}`];
  return typeof value === 'string' ? [`--${name}`, value] : [];
});
const { status } = spawnSync(program, [...first, '.cache/bench-gpu/main.mjs', ...asked], {
  stdio: 'inherit',
  cwd: root,
  env: {
    // Mesa complains where there is none.
    XDG_RUNTIME_DIR: tmpdir(),
    ...process.env,
    ...env,
    DIGIT_LAB_RESULTS: RESULTS,
  },
});
if (json && existsSync(join(root, RESULTS))) {
  console.log(JSON.stringify(JSON.parse(readFileSync(join(root, RESULTS), 'utf8'))));
}
process.exitCode = status ?? 1;
