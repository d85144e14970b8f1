import { mkdirSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { ensureChromium } from '../chromium.mjs';
import { freePort } from '../free-port.mjs';
import { ensureOtherBrowsers } from '../other-browsers.mjs';
import { runCommand } from './command.mjs';
import { leftBy, playwrightTests, vitestTests } from './reports.mjs';
import { testsPattern } from './summary.mjs';
import { withTraces } from './traces.mjs';

/** Where runners write their reports and what failed tests leave. */
const resultsFolder = () => process.env.DIGIT_LAB_TEST_RESULTS ?? 'test-results';

/** Real MNIST comes from MNIST_DIR or the cache, never from the network: a run means the same on every machine. */
const OFFLINE = { DIGIT_LAB_OFFLINE: '1' };

/** Where a runner is to write its report; what an earlier run left is gone. */
function freshReport(name) {
  rmSync(`${resultsFolder()}/${name}`, { recursive: true, force: true });
  const path = `${resultsFolder()}/${name}.json`;
  rmSync(path, { force: true });
  mkdirSync(resultsFolder(), { recursive: true });
  return path;
}

async function vitest(suite, project, args, turn) {
  const report = freshReport(suite);
  const options = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const ok = await runCommand(turn, 'vitest', ['run', '--project', project, ...options, ...args]);
  return { ok, tests: vitestTests(report, suite, `${resultsFolder()}/${suite}`) };
}

let chromium;
/** The one browser of all suites: two of them that begin at once must not both install it. */
async function findBrowser() {
  chromium ??= ensureChromium();
  process.env.CHROMIUM_PATH = await chromium;
}

const tracedFolder = () => `${resultsFolder()}/traced`;

const inBrowser = (suite) => async (args, turn) => {
  await findBrowser();
  const { ok, tests } = await vitest(suite, suite, args, turn);
  const trace = async (failed) => {
    const files = [...new Set(failed.map(({ file }) => file))];
    const only = ['run', '--project', suite, ...files, '-t', testsPattern(failed)];
    await runCommand(turn, 'vitest', only, tracing());
    return failed.map((test) => ({ ...test, left: leftBy(test.name, `${tracedFolder()}/${suite}`) }));
  };
  return { ok, tests: await withTraces(tests, turn, trace) };
};

const tracing = () => ({ DIGIT_LAB_TRACE: '1', DIGIT_LAB_TEST_RESULTS: tracedFolder() });

/** Runs the tests of `tests/<suite>` on the built page, served by `vite preview` at a port of its own. */
async function playwright(suite, report, args, turn, env = {}) {
  return runCommand(turn, 'playwright', ['test', '-c', `tests/${suite}`, ...args], {
    ...OFFLINE,
    DIGIT_LAB_PORT: String(await freePort()),
    // Absolute: Playwright takes a relative one from the folder of its configuration.
    PLAYWRIGHT_JSON_OUTPUT_FILE: resolve(report),
    ...env,
  });
}

async function e2e(args, turn) {
  await findBrowser();
  const report = freshReport('e2e');
  const ok = await playwright('e2e', report, args, turn);
  const trace = async (failed) => {
    const again = `${tracedFolder()}/e2e.json`;
    const places = failed.map(({ file, line }) => `${file}:${line}`);
    await playwright('e2e', again, places, turn, tracing());
    return playwrightTests(again, 'e2e');
  };
  return { ok, tests: await withTraces(playwrightTests(report, 'e2e'), turn, trace) };
}

/** @param prepare - what the tests need besides Chromium */
const onBuiltPage =
  (suite, prepare = async () => {}) =>
  async (args, turn) => {
    await findBrowser();
    await prepare();
    const report = freshReport(suite);
    const ok = await playwright(suite, report, args, turn);
    return { ok, tests: playwrightTests(report, suite) };
  };

const check =
  (command, options, env = {}) =>
  async (args, turn) => ({ ok: await runCommand(turn, command, [...options, ...args], env) });

/** Biome's rules, and those that Biome can't know: who may import whom, what may lie in the repository. */
async function lint(args, turn) {
  const clean = await runCommand(turn, 'biome', ['lint', '--error-on-warnings', '.', ...args]);
  const { ok, tests } = await vitest('lint', 'architecture', [], turn);
  return { ok: clean && ok, tests };
}

/** Each takes arguments for its runner and where to print, and answers whether all is well, with its tests if it has any. */
export const SUITES = {
  // All that `npm run format` would change, the order of imports too.
  format: check('biome', ['check', '--linter-enabled=false', '.']),
  types: check('tsc', ['-b']),
  lint,
  unit: (args, turn) => vitest('unit', 'unit*', args, turn),
  build: check('vite', ['build', '--logLevel', 'warn'], OFFLINE),
  browser: inBrowser('browser'),
  component: inBrowser('component'),
  e2e,
  journey: onBuiltPage('journey', ensureOtherBrowsers),
  soak: onBuiltPage('soak'),
  /** The fast train step against the reference on many more networks than the unit tests take: only by its name. */
  parity(args, turn) {
    process.env.PARITY_NETWORKS ??= '200';
    return vitest('parity', 'unit-apart', ['train-step/wasm/parity', ...args], turn);
  },
};

/**
 * In each row lanes that run side by side, in a lane suites one after the other; a row begins when all before it is well.
 * Laid out for two cores: where one lane ends long before the others, a core would have nothing to do.
 */
export const EVERYTHING = [
  ['format', ['types', 'build'], 'lint'],
  ['unit'],
  // The soak ends by the clock: beside others it makes fewer rounds.
  [['browser', 'journey'], 'component', 'soak'],
  ['e2e'],
];

const ON_BUILT_PAGE = ['e2e', 'journey', 'soak'];

/** A suite on its own, after what it needs. */
export const alone = (suite) => (ON_BUILT_PAGE.includes(suite) ? [['build'], [suite]] : [[suite]]);
