// Builds the page and measures it in a browser: node scripts/bench.mjs NAME [FILE…] [--json] [--rounds N] [--preset NAME] [--seeds N] [--search]
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureChromium } from './chromium.mjs';
import { freePort } from './free-port.mjs';

/** Those with a page of their own. */
const OWN_PAGES = ['speed', 'pretrain', 'recipe'];
const BENCHES = [
  'speed',
  'page',
  'throttled',
  'accuracy',
  'race',
  'steps',
  'synthetic',
  'presets',
  'pretrain',
  'recipe',
];

function fail(sentence) {
  console.error(sentence);
  process.exit(2);
}

function commandLine() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        rounds: { type: 'string', default: '5' },
        preset: { type: 'string', default: 'one-epoch' },
        seeds: { type: 'string', default: '3' },
        search: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    return fail(error.message);
  }
}

const {
  positionals: [name, ...files],
  values: { json, rounds, preset, seeds, search },
} = commandLine();
if (!BENCHES.includes(name)) fail(`Which one? There are: ${BENCHES.join(', ')}.`);
for (const [option, number] of Object.entries({ rounds, seeds })) {
  if (!/^[1-9]\d{0,2}$/.test(number)) fail(`--${option} wants a number from 1 to 999, not ${number}.`);
}

const results = `test-results/bench-${name}.json`;
mkdirSync('test-results', { recursive: true });
rmSync(results, { force: true });
const env = {
  ...process.env,
  CHROMIUM_PATH: await ensureChromium(),
  DIGIT_LAB_PORT: String(await freePort()),
  DIGIT_LAB_OFFLINE: '1',
  DIGIT_LAB_RESULTS: results,
  DIGIT_LAB_ROUNDS: rounds,
  DIGIT_LAB_PRESET: preset,
  DIGIT_LAB_SEEDS: seeds,
  DIGIT_LAB_SEARCH: search ? '1' : '',
  // npm runs this in the project's folder, wherever it was called.
  DIGIT_LAB_FILES: JSON.stringify(files.map((file) => resolve(process.env.INIT_CWD ?? '.', file))),
};
const run = (command, ...args) =>
  spawnSync('npx', ['--no-install', command, ...args], {
    stdio: 'inherit',
    env,
    shell: process.platform === 'win32',
  }).status === 0;
const build = (...config) => run('vite', 'build', '--logLevel', 'warn', ...config);

const built = build() && (!OWN_PAGES.includes(name) || build('--config', `bench/${name}/vite.config.ts`));
const ok = built && run('playwright', 'test', '-c', 'bench', `${name}.bench.ts`);
// A measurement beyond its limit is a failure that has figures to show.
if (json && existsSync(results)) {
  console.log(JSON.stringify(JSON.parse(readFileSync(results, 'utf8'))));
}
process.exitCode = ok ? 0 : 1;
