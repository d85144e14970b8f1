// Runs the checks one after the other, or only the one that is named: node scripts/test.mjs [suite [arguments...]]
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { ensureChromium } from './chromium.mjs';
import { freePort } from './free-port.mjs';
import {
  addCounts,
  NO_COUNTS,
  playwrightCounts,
  playwrightSkips,
  summary,
  vitestCounts,
} from './test-counts.mjs';

const REPORTS = 'test-results';
/** A suite that hangs is a failure too; on two cores the slowest takes a quarter of this. */
const SUITE_LIMIT_MS = 20 * 60_000;
/** What all of it may take on two cores. A slower machine is no reason to fail, but one to say so. */
const TOTAL_LIMIT_MS = 10 * 60_000;

/** Runs a command with its output shown. Resolves to true where it ended well. */
function run(command, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn('npx', ['--no-install', command, ...args], {
      stdio: 'inherit',
      env: { ...process.env, ...env },
      shell: process.platform === 'win32',
      timeout: SUITE_LIMIT_MS,
    });
    child.on('error', () => resolve(false));
    child.on('close', (status) => resolve(status === 0));
  });
}

/** Where a runner is to write its report; what an earlier run left there is gone. */
function freshReport(name) {
  const path = `${REPORTS}/${name}.json`;
  rmSync(path, { force: true });
  return path;
}

async function vitest(project, args) {
  const report = freshReport(project);
  const options = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const ok = await run('vitest', ['run', '--project', project, ...options, ...args]);
  return { ok, counts: vitestCounts(report) };
}

async function browser(args) {
  process.env.CHROMIUM_PATH = await ensureChromium();
  return vitest('browser', args);
}

/**
 * On the built page, served by `vite preview`. Real MNIST comes from MNIST_DIR or the cache, never from the network,
 * so that a run means the same on every machine.
 */
async function e2e(args) {
  process.env.CHROMIUM_PATH = await ensureChromium();
  const env = { DIGIT_LAB_OFFLINE: '1', DIGIT_LAB_PORT: String(await freePort()) };
  if (!(await run('vite', ['build', '--logLevel', 'warn'], env))) return { ok: false, counts: NO_COUNTS };
  const report = freshReport('e2e');
  const ok = await run('playwright', ['test', '-c', 'tests/e2e', ...args], {
    ...env,
    // Absolute: Playwright takes a relative one from the folder of its configuration.
    PLAYWRIGHT_JSON_OUTPUT_FILE: resolve(report),
  });
  for (const skip of playwrightSkips(report)) console.log(`skipped: ${skip}`);
  return { ok, counts: playwrightCounts(report) };
}

const check =
  (command, ...options) =>
  async (args) => ({ ok: await run(command, [...options, ...args]) });

/** Biome's rules, and those that Biome can't know: who may import whom, what may lie in the repository. */
async function lint(args) {
  const clean = await run('biome', ['lint', '--error-on-warnings', '.', ...args]);
  const { ok, counts } = await vitest('architecture', []);
  return { ok: clean && ok, counts };
}

const SUITES = {
  // All that `npm run format` would change, the order of imports too.
  format: check('biome', 'check', '--linter-enabled=false', '.'),
  types: check('tsc', '-b'),
  lint,
  unit: (args) => vitest('unit', args),
  browser,
  e2e,
};

/** Suites for when there is time: only by their name. */
const LONG_SUITES = {
  // The fast train step against the reference on many more networks than the unit tests take.
  parity(args) {
    process.env.PARITY_NETWORKS ??= '200';
    return vitest('unit', ['train-step/wasm/parity', ...args]);
  },
};
const ALL_SUITES = { ...SUITES, ...LONG_SUITES };

function duration(ms) {
  const seconds = Math.round(ms / 1000);
  return seconds < 60 ? `${(ms / 1000).toFixed(1)} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

async function runSuite(name, args) {
  console.log(`\n=== ${name} ===`);
  const start = performance.now();
  const { ok, counts } = await ALL_SUITES[name](args);
  const empty = counts !== undefined && counts.passed + counts.failed === 0;
  if (ok && empty) console.log(`${name}: no test ran, which counts as a failure`);
  const passed = ok && !empty;
  console.log(`=== ${name}: ${passed ? 'ok' : 'FAILED'}, ${duration(performance.now() - start)} ===`);
  // A suite can fail without a failing test: by a type error, or a crash. It still has to show in the sum.
  const failed = Math.max(counts?.failed ?? 0, passed ? 0 : 1);
  return { ...(counts ?? NO_COUNTS), failed };
}

const [only, ...args] = process.argv.slice(2);
if (only !== undefined && !Object.hasOwn(ALL_SUITES, only)) {
  console.error(`There is no suite '${only}'. There are: ${Object.keys(ALL_SUITES).join(', ')}.`);
  process.exit(2);
}
mkdirSync(REPORTS, { recursive: true });
const begun = performance.now();
let total = NO_COUNTS;
for (const name of only === undefined ? Object.keys(SUITES) : [only]) {
  try {
    total = addCounts(total, await runSuite(name, args));
  } catch (error) {
    console.error(`${name}: ${error.message}`);
    total = addCounts(total, { ...NO_COUNTS, failed: 1 });
  }
  if (total.failed > 0) break;
}
const took = performance.now() - begun;
console.log(`\nAll in ${duration(took)}.`);
if (only === undefined && took > TOTAL_LIMIT_MS)
  console.log(`Warning: that is more than the ${duration(TOTAL_LIMIT_MS)} it should take.`);
console.log(`\n${summary(total)}`);
process.exitCode = total.failed > 0 ? 1 : 0;
