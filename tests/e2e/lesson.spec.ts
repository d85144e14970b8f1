import { lessonCode } from '../../src/model/lesson-link';
import { LESSON } from '../fixtures/lessons';
import { expect, test } from './test';

/** Of digits that the lab draws itself, so that it is the same on every server. */
const CODE = lessonCode({
  ...LESSON,
  configuration: 'preset=from-scratch-cnn&dataset=synthetic&train=1024&epochs=1',
  goal: { kind: 'accuracy', part: 'validation', atLeast: 40, epochs: 1 },
});

test('a lesson link sets a task to a newcomer, holds on to what it locks, and checks the goal', async ({
  lab,
  page,
}) => {
  await page.goto(`./?epochs=50&backend=wasm&lesson=${CODE}`);
  const bar = lab.region('Lesson');
  await expect(bar).toContainText('Train until nine in ten are read right.');
  await expect(page.getByRole('status', { name: 'From the address' })).toContainText(
    'epochs=50 was not taken: the lesson sets it, to 1.',
  );
  await lab.ready();
  await expect(page.getByRole('slider', { name: 'Epochs' })).toBeDisabled();
  await expect(page.getByRole('slider', { name: 'Batch size' })).toHaveCount(0);
  await expect(lab.choice('Network')).toHaveCount(0);
  await expect(lab.choice('Dataset')).toHaveCount(0);
  await expect(page.getByText('Answer first: the lesson asks')).toBeVisible();
  await bar.getByRole('radio', { name: 'Nine in ten' }).check();
  await bar.getByRole('button', { name: 'Answer', exact: true }).click();
  await page.getByRole('textbox', { name: 'Learning rate' }).fill('0.02');
  await page.getByRole('textbox', { name: 'Learning rate' }).blur();
  await expect(page).toHaveURL(/lr=0\.02.*lesson=/);
  await lab.trainToTheEnd();
  await expect(bar).toContainText('Reached');
  await expect(bar).toContainText('The rate says how far each step goes.');
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Learning rate' })).toHaveValue('0.02');
  await bar.getByRole('button', { name: 'Leave the lesson' }).click();
  await expect(lab.choice('Network')).toBeVisible();
  await expect(page).not.toHaveURL(/lesson=/);
});
