import { type AuthoredPresetId, reportOf } from '../src/model/reported';
import type { LabPage } from '../tests/e2e/lab-page';
import { NO_REAL_DATA, test } from '../tests/e2e/test';
import { saveResults } from './results';

/** Each as its author did; what was not reported is as the preset has it. */
const RUNS: readonly {
  readonly preset: AuthoredPresetId;
  readonly changed?: string;
  readonly target: number;
}[] = [
  // Its author chose the batch size with a widget, and does not say which.
  { preset: 'notebook-cnn', changed: 'batch=32', target: 98.5 },
  { preset: 'homework-mlp', target: 90 },
  { preset: 'homework-mlp', changed: 'activation=relu&init=glorot', target: 90 },
  { preset: 'from-scratch-cnn', target: 89 },
  { preset: 'pseudo-mnist-cnn', target: 95 },
];
const FIGURES = ['accuracy', 'precision', 'recall', 'F'] as const;
/** 80 epochs on a slow machine. */
const LONGEST_RUN = 20 * 60_000;

interface Row {
  readonly preset: string;
  readonly changed: string;
  readonly accuracyPercent: number;
  readonly reportedPercent: number | '–';
  readonly targetPercent: number;
  readonly seconds: number;
}

test('test accuracy of the four presets beside what their authors reported', async ({ lab }) => {
  test.skip(!lab.realData, NO_REAL_DATA);
  test.setTimeout(RUNS.length * LONGEST_RUN);
  const presets: Row[] = [];
  let digits: Record<string, number>[] = [];
  for (const { preset, changed, target } of RUNS) {
    await lab.page.goto('about:blank');
    await lab.open(`?preset=${preset}&backend=wasm&panel=as-reported${changed ? `&${changed}` : ''}`);
    const start = performance.now();
    await lab.trainToTheEnd(LONGEST_RUN);
    const { figures } = reportOf(preset);
    presets.push({
      preset,
      changed: changed ?? '',
      accuracyPercent: await lab.testAccuracy(),
      reportedPercent: figures ? percent(figures.accuracy) : '–',
      targetPercent: target,
      seconds: Math.round((performance.now() - start) / 1000),
    });
    if (figures) digits = await digitsBeside(lab);
  }
  console.table(presets);
  console.log('From-scratch CNN: each digit against all others, percent, this run / as reported');
  console.table(digits.map(besideInWords));
  saveResults({ presets, digits });
});

const percent = (share: number) => Number((100 * share).toFixed(2));

/** The table of the panel 'As reported': of each figure what was reported and what this run got, percent. */
async function digitsBeside(lab: LabPage): Promise<Record<string, number>[]> {
  const rows = lab.region('As reported').locator('tbody tr');
  const texts = await rows.evaluateAll((found) =>
    found.map((row) =>
      [...row.querySelectorAll('td')].map((cell) => Number.parseFloat(cell.textContent ?? '')),
    ),
  );
  return texts.map((values, digit) => {
    const named = FIGURES.flatMap((figure, i) => [
      [`${figure}Reported`, values[2 * i] ?? Number.NaN],
      [figure, values[2 * i + 1] ?? Number.NaN],
    ]);
    return { digit, ...Object.fromEntries(named) };
  });
}

const besideInWords = (row: Record<string, number>) => ({
  digit: row.digit,
  ...Object.fromEntries(
    FIGURES.map((figure) => [figure, `${row[figure]?.toFixed(2)} / ${row[`${figure}Reported`]?.toFixed(2)}`]),
  ),
});
