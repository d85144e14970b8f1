// Builds the page and measures it in a browser: node scripts/bench.mjs page|accuracy [--json]
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { ensureChromium } from './chromium.mjs';
import { freePort } from './free-port.mjs';

const BENCHES = ['page', 'accuracy'];
const [name, ...options] = process.argv.slice(2);
if (!BENCHES.includes(name)) {
  console.error(`Which one? There are: ${BENCHES.join(', ')}.`);
  process.exit(2);
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
};
const run = (command, ...args) =>
  spawnSync('npx', ['--no-install', command, ...args], {
    stdio: 'inherit',
    env,
    shell: process.platform === 'win32',
  }).status === 0;

const ok =
  run('vite', 'build', '--logLevel', 'warn') && run('playwright', 'test', '-c', 'bench', `${name}.bench.ts`);
// A measurement beyond its limit is a failure that has figures to show.
if (options.includes('--json') && existsSync(results)) {
  console.log(JSON.stringify(JSON.parse(readFileSync(results, 'utf8'))));
}
process.exitCode = ok ? 0 : 1;
