import { drawWithMouse } from './drawing';
import { type LabPage, textOf } from './lab-page';
import { expect, test } from './test';

/** Learns the tests' own digits in a few seconds. */
const QUICK_RUN = '?preset=tfjs-examples&backend=wasm&train=512&batch=32&epochs=4';

const question = (lab: LabPage) => lab.page.getByRole('group', { name: 'Was that right?' });
const panel = (lab: LabPage) => lab.region('Your own digits');
const collected = (lab: LabPage) => panel(lab).getByRole('option');
const openPanel = (lab: LabPage) => lab.openPanel('Your own digits');

/** Draws a digit and says that it is that, or another, whatever was read. */
async function collect(lab: LabPage, drawn: number, digit = drawn): Promise<void> {
  await drawWithMouse(lab, drawn);
  await lab.button('Predict').click();
  await expect(question(lab)).toBeVisible();
  const yes = question(lab).getByRole('button', { name: /^Yes, an? \d$/ });
  if ((await textOf(yes)).endsWith(String(digit))) await yes.click();
  else await question(lab).getByLabel('No, it was').selectOption(String(digit));
  await expect(question(lab).getByRole('status')).toContainText(new RegExp(`Kept as an? ${digit}`));
}

test('fine-tunes on own digits, takes it back or keeps it, and has the digits after a reload', async ({
  lab,
}) => {
  test.setTimeout(180_000);
  await lab.openWithOwnFiles(QUICK_RUN);
  await lab.trainToTheEnd();
  // So that what is answered is never about a half of the drawing.
  await lab.page.getByRole('checkbox', { name: 'Read while I draw' }).uncheck();
  for (let digit = 0; digit < 4; digit++) {
    await collect(lab, digit);
    await lab.button('Clear').click();
  }
  // What is said of this one goes against all that was learnt, so that other weights show in its answer.
  await collect(lab, 6, 8);
  await openPanel(lab);
  const before = await textOf(lab.topThree);
  const tune = panel(lab).getByRole('region', { name: 'Fine-tune on your digits' });
  await expect(tune).toContainText('Learns from 4 of your digits');
  await tune.getByRole('button', { name: 'Fine-tune', exact: true }).click();
  await expect(tune).toContainText('the new weights are in use until you decide', { timeout: 60_000 });
  await expect.poll(() => textOf(lab.topThree)).not.toBe(before);
  await tune.getByRole('button', { name: 'Take back' }).click();
  await expect(tune).toContainText('exactly those of before');
  await expect.poll(() => textOf(lab.topThree)).toBe(before);
  await tune.getByRole('button', { name: 'Fine-tune', exact: true }).click();
  await tune.getByRole('button', { name: 'Keep' }).click({ timeout: 60_000 });
  await expect(tune).toContainText('Kept.');
  await expect(panel(lab).getByRole('row', { name: /has not learnt from/ })).toContainText('of 1');

  await lab.page.reload();
  await openPanel(lab);
  await expect(collected(lab)).toHaveCount(5);
  await panel(lab).getByRole('button', { name: 'Remove all' }).click();
  await panel(lab).getByRole('button', { name: 'Yes, remove' }).click();
  await expect(panel(lab)).toContainText('Nothing here yet');
  await lab.page.reload();
  await openPanel(lab);
  await expect(panel(lab)).toContainText('Nothing here yet');
});
