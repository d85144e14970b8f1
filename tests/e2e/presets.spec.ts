import { drawWithMouse } from './drawing';
import { type LabPage, textOf } from './lab-page';
import { expect, test } from './test';

/** Few images, so that a run is over in seconds. Another preset than the one that is read by a ready-made network. */
const FEW = '?preset=tfjs-examples&backend=wasm&train=256';

/** The one choice, and for the test a short run. */
async function choose(lab: LabPage, preset: string, numbers: Readonly<Record<string, string>> = {}) {
  await lab.choice('Network').selectOption({ label: preset });
  for (const [name, value] of Object.entries({ Epochs: '1', ...numbers })) {
    const field = lab.page.getByRole('textbox', { name, exact: true });
    await field.fill(value);
    await field.press('Enter');
  }
  await lab.ready();
}

async function show(lab: LabPage, panel: string): Promise<void> {
  await lab.openPanel(panel);
  await expect(
    lab.page.getByRole('tabpanel').getByRole('heading', { name: panel, exact: true }),
  ).toBeVisible();
}

/** Every panel that the preset's own page had is a button away. */
async function followEachWay(lab: LabPage): Promise<void> {
  await show(lab, 'As reported');
  const ways = lab.region('As reported').getByRole('listitem').getByRole('button');
  const panels = await ways.allInnerTexts();
  expect(panels.length).toBeGreaterThan(0);
  for (const panel of panels) {
    await lab.region('As reported').getByRole('button', { name: panel, exact: true }).first().click();
    await expect(lab.region(panel)).toBeVisible();
    await show(lab, 'As reported');
  }
}

/** Presses the name of each layer: what it does and looks for. */
async function expectLayerNotes(lab: LabPage, layers: Readonly<Record<string, string>>): Promise<void> {
  const strip = lab.region('Inside the network');
  for (const [layer, looksFor] of Object.entries(layers)) {
    await strip
      .getByRole('button', { name: new RegExp(`^${layer}`) })
      .first()
      .click();
    await expect(strip.getByText(looksFor)).toBeVisible();
  }
}

test('Notebook CNN: filters, maps, curves, matrix, misread images, a test image, and drawing', async ({
  lab,
}) => {
  await lab.openWithOwnFiles(FEW);
  await choose(lab, 'Notebook CNN');
  for (const layer of ['conv 32 @ 3×3', 'conv 64 @ 3×3', 'dropout 50 %', 'dense 10 · softmax']) {
    await expect(lab.region('Network')).toContainText(layer);
  }
  await expect(lab.region('Network')).toContainText('Not reported, chosen here');
  for (const backend of ['WebGPU', 'CPU']) {
    await expect(lab.choice('Backend').getByRole('option', { name: backend })).toBeAttached();
  }

  const canvas = await lab.canvas.boundingBox();
  expect([canvas?.width, canvas?.height]).toEqual([280, 280]);
  await drawWithMouse(lab, 3);
  await lab.button('Predict').click();
  await expect(lab.prediction).toContainText('Model not trained');
  await lab.trainToTheEnd();
  await lab.button('Predict').click();
  await expect(lab.prediction).toContainText(/^\d.*%/);
  await expect(lab.topThree.getByRole('listitem')).toHaveCount(3);
  for (const item of await lab.topThree.getByRole('listitem').all()) {
    expect(await textOf(item)).toMatch(/^\d [\d.]+ %$/);
  }
  await lab.button('Clear').click();
  await lab.button('Predict').click();
  await expect(lab.prediction).toContainText('Draw a digit first');

  await followEachWay(lab);
  await show(lab, 'Filters');
  await expect(lab.region('Filters').getByRole('button', { name: /^Filter \d+$/ })).toHaveCount(32);
  await show(lab, 'Learning curves');
  await lab.showCharts();
  await show(lab, 'Confusion matrix');
  await lab.region('Confusion matrix').getByText('As a table').click();
  await expect(
    lab.region('Confusion matrix').getByRole('button', { name: /true \d, predicted \d/ }),
  ).toHaveCount(100);
  await show(lab, 'Test image');
  await lab.region('Test image').getByRole('button', { name: 'Random' }).click();
  await expect(lab.region('Test image')).toContainText(/(Right|Wrong): it is an? \d/);
});

test('Homework MLP: curves, report and conclusions, and what might improve it at a click', async ({
  lab,
  page,
}) => {
  await lab.openWithOwnFiles(`${FEW}&panel=experiments`);
  await choose(lab, 'Homework MLP');
  for (const [name, option] of [
    ['Activation', 'Sigmoid'],
    ['Optimizer', 'SGD'],
    ['Initial weights', 'Normal'],
  ] as const) {
    await expect(lab.chosen(name)).toHaveText(option);
  }
  await expect(page.getByRole('textbox', { name: 'Standard deviation' })).toHaveValue('1');
  await expect(lab.region('Runs')).toContainText('No run is over yet');
  await lab.trainToTheEnd();

  const experiments = lab.region('Runs');
  const runs = experiments.getByRole('region', { name: 'All runs' }).locator('tbody tr:has(th)');
  await expect(runs).toHaveCount(1);
  await experiments.getByRole('button', { name: 'Try it: With ReLU and Glorot weights' }).click();
  await expect(runs).toHaveCount(2);
  await expect(lab.chosen('Activation')).toHaveText('ReLU');
  await expect(runs.first()).toContainText('Activation ReLU, Initial weights Glorot uniform');
  await expect(runs.first()).toContainText(/[+−][\d.]+ to [+−][\d.]+/);
  await expect(runs.last()).toContainText('the base');
  await experiments.getByRole('button', { name: 'Use these: settings of run 1' }).click();
  await expect(lab.chosen('Activation')).toHaveText('Sigmoid');

  // One after the other, and the chart of them all.
  const all = experiments.getByRole('button', { name: /^Run all \d/ });
  const count = Number(/\d+/.exec(await textOf(all))?.[0]);
  await all.click();
  await expect(runs).toHaveCount(2 + count, { timeout: 240_000 });
  await expect(all).toBeEnabled();
  await expect(experiments.locator('svg.main-svg').first()).toBeVisible();

  await followEachWay(lab);
  await show(lab, 'Classification report');
  await expect(lab.region('Classification report').getByRole('row', { name: /^Digit \d/ })).toHaveCount(10);
  await show(lab, 'Conclusions');
  await expect(lab.region('Conclusions')).toContainText('digits are read right');
});

test('From-scratch CNN: as reported beside this run, for all digits and each', async ({ lab, page }) => {
  await lab.openWithOwnFiles(`${FEW}&panel=as-reported`);
  await choose(lab, 'From-scratch CNN', { 'Learning rate': '0.002', Epochs: '2' });
  const reported = lab.region('As reported');
  await expect(reported).toContainText('As reported: 89.21 %');
  await expect(reported).toContainText('Press Train');
  const rows = reported.getByRole('region', { name: 'Figures of each digit' }).locator('tbody tr');
  await expect(rows).toHaveCount(10);
  expect((await textOf(rows.nth(8))).split(' ')).toEqual(['8', '97.06', '85.27', '84.39', '84.83']);

  await lab.trainToTheEnd();
  const accuracy = await lab.testAccuracy();
  await expect(reported).toContainText(`This run ${accuracy.toFixed(2)} %`, { useInnerText: true });
  await expect(reported).toContainText('the best that their author obtained');
  await expect(reported).toContainText('Changed against the preset: Epochs, Learning rate');
  await expect(reported.getByText('trained and tested on other data')).toBeVisible();
  // Of each figure: as reported, this run, the difference and its interval.
  await expect(rows.first().getByRole('cell')).toHaveCount(8);
  await expect(rows.first().getByRole('cell').nth(2)).toHaveText('94.73');

  await lab.choice('Network').selectOption({ label: 'Notebook CNN' });
  await expect(reported).toContainText('no figures to compare with');
  await lab.choice('Network').selectOption({ label: 'One epoch' });
  await reported.getByRole('button', { name: 'From-scratch CNN' }).click();
  await expect(lab.chosen('Network')).toHaveText('From-scratch CNN');
  await followEachWay(lab);
  await expectLayerNotes(lab, {
    'conv 5×5': 'What it looks for: strokes and edges',
    'max-pool': 'What it looks for: whether a feature is there',
    softmax: 'What it looks for: the digits themselves',
  });
  // A file put in by hand.
  await lab.choice('Dataset').selectOption({ label: 'Your files' });
  await expect(page.locator('input[type=file]').first()).toBeAttached();
});

test('Pseudo-MNIST CNN: brings its data, reads them, and explains itself', async ({ lab, page }) => {
  await lab.openWithOwnFiles(`${FEW}&panel=test-image`);
  await choose(lab, 'Pseudo-MNIST CNN');
  await expect(lab.chosen('Dataset')).toHaveText('Synthetic digits');
  await expect(lab.chosen('Digits')).toHaveText('Pseudo');
  await lab.trainToTheEnd();

  const image = lab.region('Test image');
  await image.getByRole('button', { name: 'Random' }).click();
  await expect(image).toContainText(/\d\s+[\d.]+ % sure/, { useInnerText: true });
  await expect(image).toContainText(/(Right|Wrong): it is an? \d/);
  await expect(
    image.getByRole('table', { name: 'Probabilities of the digits' }).getByRole('row'),
  ).toHaveCount(10);
  await image.getByRole('button', { name: 'Show as text' }).click();
  const text = (await image.locator('pre').innerText()).split('\n');
  expect(text.filter((line) => /^[ .+*#]{28}$/.test(line))).toHaveLength(28);
  await followEachWay(lab);
  await expectLayerNotes(lab, {
    'conv 3×3': 'What it looks for: strokes and edges',
    'max-pool': 'What it looks for: whether a feature is there',
    softmax: 'What it looks for: the digits themselves',
  });
  await expect(page).toHaveURL(/preset=pseudo-mnist-cnn/);
});
