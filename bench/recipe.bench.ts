import { PRESET_IDS } from '../src/model/presets';
import { expect, NO_REAL_DATA, test } from '../tests/e2e/test';
import { CANDIDATES } from './recipe/candidates';
import { withRecipePage } from './recipe/own-page';
import { report, saveResults } from './results';

const PRESET = process.env.DIGIT_LAB_PRESET ?? '';
const SEEDS = Number(process.env.DIGIT_LAB_SEEDS ?? 3);
const IS_SEARCH = process.env.DIGIT_LAB_SEARCH === '1';

/** Seeds of a search are others than those that a preset is measured with, so that it is not chosen by them. */
const FIRST_SEARCH_SEED = 101;

const HOUR = 60 * 60_000;
test.setTimeout(12 * HOUR);

test('a preset, trained from several seeds', async ({ browser, realData }) => {
  test.skip(IS_SEARCH, 'a search is asked for');
  test.skip(!realData, NO_REAL_DATA);
  const preset = PRESET_IDS.find((id) => id === PRESET);
  if (!preset) throw new RangeError(`--preset wants one of ${PRESET_IDS.join(', ')}, not ${PRESET}`);
  await withRecipePage(browser, async (run) => {
    const runs: Awaited<ReturnType<typeof run>>[] = [];
    for (let seed = 1; seed <= SEEDS; seed++) {
      runs.push(await run(`?preset=${preset}&seed=${seed}&backend=wasm`));
      const { test: accuracy, validation, seconds } = runs[runs.length - 1] as (typeof runs)[number];
      console.log(
        `seed ${seed}: ${percent(accuracy)} % of the test images (validation ${percent(validation.at(-1) ?? 0)} %), ${seconds.toFixed(1)} s`,
      );
    }
    const accuracies = runs.map((one) => one.test);
    const [first] = runs;
    const mean = meanOf(accuracies);
    console.log(
      `${preset}: mean ${percent(mean)} %, least ${percent(Math.min(...accuracies))} %, standard deviation ${percent(deviationOf(accuracies))} points`,
    );
    saveResults({
      preset,
      parameters: first?.parameters,
      epochs: first?.settings.epochs,
      testAccuracy: { mean, runs: accuracies },
      seconds: meanOf(runs.map(({ seconds }) => seconds)),
    });
  });
});

/** What each candidate makes of the validation images. The test images, which every run reads at its end, choose nothing: they are not shown. */
test('a search among candidates', async ({ browser, realData }) => {
  test.skip(!IS_SEARCH, 'no search is asked for');
  test.skip(!realData, NO_REAL_DATA);
  const candidates = CANDIDATES[PRESET];
  expect(candidates, `candidates for --preset ${PRESET}`).toBeDefined();
  await withRecipePage(browser, async (run) => {
    const rows: Record<string, string | number>[] = [];
    for (const query of candidates ?? []) {
      const runs: Awaited<ReturnType<typeof run>>[] = [];
      for (let i = 0; i < SEEDS; i++) runs.push(await run(`?${query}&seed=${FIRST_SEARCH_SEED + i}`));
      const last = runs.map(({ validation }) => validation.at(-1) ?? 0);
      rows.push({
        address: query,
        parameters: runs[0]?.parameters ?? 0,
        validationPercent: percent(meanOf(last)),
        deviation: percent(deviationOf(last)),
        seconds: Math.round(meanOf(runs.map(({ seconds }) => seconds))),
      });
      console.log(JSON.stringify(rows.at(-1)));
    }
    report(rows.sort((a, b) => Number(b.validationPercent) - Number(a.validationPercent)));
  });
});

const percent = (share: number): string => (100 * share).toFixed(2);
const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Standard deviation of a sample. */
function deviationOf(values: readonly number[]): number {
  const mean = meanOf(values);
  const squares = values.map((value) => (value - mean) ** 2);
  return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / Math.max(1, values.length - 1));
}
