import { FASHION } from '../fixtures/class-names';
import { makeIdxFiles } from '../fixtures/make-idx';
import { drawWithMouse } from './drawing';
import { textOf } from './lab-page';
import { expect, test } from './test';

test('calls the classes by their names wherever they are shown', async ({ lab, page }) => {
  await lab.openWithoutData('?dataset=files&preset=tfjs-examples&backend=wasm&train=256&epochs=1');
  await lab.give(makeIdxFiles());
  await page.getByRole('combobox', { name: 'Class names' }).selectOption({ label: 'Fashion-MNIST' });
  await lab.takeFiles();
  await lab.ready();
  await lab.openPanel('Data browser');
  await expect(lab.region('Data browser').getByRole('button', { name: /^Ankle boot: / })).toBeVisible();
  await lab.trainToTheEnd();

  await lab.openPanel('Confusion matrix');
  const matrix = lab.region('Confusion matrix');
  await matrix.getByText('As a table').click();
  await expect(matrix.getByRole('button', { name: /^true Trouser, predicted Trouser: / })).toBeVisible();
  await lab.openPanel('Classification report');
  await expect(
    lab.region('Classification report').getByRole('button', { name: 'Class T-shirt/top' }),
  ).toBeVisible();
  await lab.openPanel('Conclusions');
  await expect(lab.region('Conclusions')).toContainText('of 100 images are read right');
  await lab.openPanel('Test image');
  const shown = lab.region('Test image');
  await shown.getByRole('combobox', { name: 'Class' }).selectOption({ label: 'Sneaker' });
  await shown.getByRole('button', { name: 'Another' }).click();
  await expect(shown).toContainText('it is “Sneaker”');

  await drawWithMouse(lab, 7);
  await lab.button('Predict').click();
  await expect(lab.prediction).toContainText('%');
  const name = (await textOf(lab.prediction)).split(',')[0];
  expect(FASHION).toContain(name);
  await expect(lab.topThree.getByRole('listitem').first()).toHaveText(new RegExp(`^${name} \\d+\\.\\d %$`));
});
