import { readFile } from 'node:fs/promises';
import { textOf } from './lab-page';
import { expect, NO_REAL_DATA, test } from './test';

const RUN = '?epochs=1&train=1500&backend=wasm&seed=3';

test('says what to do before there is anything to report or to conclude', async ({ lab }) => {
  // Of other layers than the network that ships.
  await lab.open(`${RUN}&preset=tfjs-examples`);
  for (const name of ['Classification report', 'Conclusions']) {
    await lab.openPanel(name);
    await expect(lab.region(name)).toContainText('Press Train');
  }
});

test('says that the first epoch is under way instead of what to press', async ({ lab }) => {
  await lab.open(RUN);
  await lab.press('Step');
  await expect(lab.button('Resume')).toBeEnabled();
  for (const name of ['Confusion matrix', 'Misclassified digits']) {
    await lab.openPanel(name);
    await expect(lab.region(name)).toContainText('The first epoch is under way');
    await expect(lab.region(name)).not.toContainText('Press Train');
  }
});

test('reports each digit with intervals, follows the selection, and gives the report away', async ({
  lab,
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await lab.open(RUN);
  await lab.trainToTheEnd();
  await lab.openPanel('Classification report');
  const report = lab.region('Classification report');
  const accuracy = await lab.testAccuracy();

  // The bootstrap's intervals come after the figures.
  const row = report.getByRole('row', { name: /^Digit 4/ });
  await expect(row.getByRole('cell').nth(2)).toHaveText(/^\d+\.\d\d+\.\d–\d+\.\d$/);
  await expect(report.getByRole('row', { name: /^All digits/ })).toContainText(accuracy.toFixed(2));

  const digit = report.getByRole('button', { name: 'Digit 4' });
  await digit.click();
  await expect(digit).toHaveAttribute('aria-pressed', 'true');
  await expect(page).toHaveURL(/class=4/);

  const file = async (button: string) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      report.getByRole('button', { name: button }).click(),
    ]);
    return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
  };
  const text = await file('Download text');
  expect(text.name).toBe('classification-report-test.txt');
  expect(text.text).toContain('              precision    recall  f1-score   support\n');
  expect(text.text).toContain(`accuracy                         ${(accuracy / 100).toFixed(4)}`);
  const csv = await file('Download CSV');
  expect(csv.name).toBe('classification-report-test.csv');
  expect(csv.text.split('\r\n')).toHaveLength(15);
  await report.getByRole('button', { name: 'Copy as text' }).click();
  await expect(report.getByRole('status')).toHaveText('Copied.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text.text);
});

test('draws conclusions that lead to what they are about, and sets what to try next', async ({
  lab,
  page,
}) => {
  // Of the tests' own few images a run this slow learns nothing, and then no digit is blamed.
  test.skip(!lab.realData, NO_REAL_DATA);
  await lab.open(`${RUN}&lr=0.0001`);
  await lab.trainToTheEnd();
  await lab.openPanel('Conclusions');
  const conclusions = lab.region('Conclusions');
  await expect(conclusions).toContainText('digits are read right');
  await expect(conclusions).toContainText('Expected calibration error');

  const advice = conclusions.getByRole('button', { name: /^Set Learning rate to 0.001$/ });
  await advice.click();
  const isSet = conclusions.getByRole('button', { name: /^Learning rate 0.001: set for the next run/ });
  await expect(isSet).toBeDisabled();
  await expect(isSet).toBeFocused();
  await expect(page.getByRole('textbox', { name: 'Learning rate' })).toHaveValue('0.001');

  const worst = conclusions.getByRole('button', { name: /lowest recall|is read worst/ });
  const digit = /\d/.exec(await textOf(worst))?.[0];
  await worst.click();
  const report = lab.region('Classification report');
  await expect(report.getByRole('button', { name: `Digit ${digit}` })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
});

test('says so where figures and sentences are of weights that a person has changed, and then advises nothing', async ({
  lab,
  page,
}) => {
  await lab.open(`${RUN}&lr=0.0001`);
  await lab.trainToTheEnd();
  await lab.openPanel('Interventions');
  await page.getByRole('button', { name: /^Mute Filter/ }).click();
  await expect(page.getByRole('status', { name: 'What it costs' })).toBeVisible();
  const changed = 'with your changes of the weights';
  await lab.openPanel('Classification report');
  await expect(lab.region('Classification report')).toContainText(changed);
  await lab.openPanel('Conclusions');
  const conclusions = lab.region('Conclusions');
  await expect(conclusions).toContainText(changed);
  await expect(conclusions).toContainText('digits are read right');
  await expect(conclusions.getByRole('heading', { name: 'What to try next' })).toBeHidden();
});
