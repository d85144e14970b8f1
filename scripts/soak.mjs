// Builds the page, visits it for some minutes and looks whether anything grows: node scripts/soak.mjs [--minutes N]
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { ensureChromium } from './chromium.mjs';
import { freePort } from './free-port.mjs';

const MINUTES = '30';

function minutesAsked() {
  try {
    const { values } = parseArgs({ options: { minutes: { type: 'string', default: MINUTES } } });
    if (Number(values.minutes) > 0) return values.minutes;
    throw new Error(`--minutes wants a number above 0, not ${values.minutes}.`);
  } catch (error) {
    console.error(error.message);
    return process.exit(2);
  }
}

const env = {
  ...process.env,
  DIGIT_LAB_SOAK_MINUTES: minutesAsked(),
  CHROMIUM_PATH: await ensureChromium(),
  DIGIT_LAB_PORT: String(await freePort()),
  DIGIT_LAB_OFFLINE: '1',
};
const run = (command, ...args) =>
  spawnSync('npx', ['--no-install', command, ...args], {
    stdio: 'inherit',
    env,
    shell: process.platform === 'win32',
  }).status === 0;
const ok = run('vite', 'build', '--logLevel', 'warn') && run('playwright', 'test', '-c', 'tests/soak');
process.exitCode = ok ? 0 : 1;
