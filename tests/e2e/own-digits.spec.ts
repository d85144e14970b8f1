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
  await expect(question(lab)).toBeVisible();
  const yes = question(lab).getByRole('button', { name: /^Yes, a \d$/ });
  if ((await textOf(yes)).endsWith(String(digit))) await yes.click();
  else await question(lab).getByLabel('No, it was').selectOption(String(digit));
  await expect(question(lab).getByRole('status')).toContainText(`Kept as a ${digit}`);
}

test('keeps a drawing with the digit that it was, on this machine, until it is removed', async ({ lab }) => {
  await lab.openWithOwnFiles(QUICK_RUN);
  await lab.trainToTheEnd();
  await openPanel(lab);
  await expect(panel(lab)).toContainText('Nothing here yet');
  await drawWithMouse(lab, 4);
  const answer = (await textOf(lab.prediction)).charAt(0);
  const other = answer === '9' ? '8' : '9';
  await question(lab).getByLabel('No, it was').selectOption(other);
  await expect(collected(lab)).toHaveCount(1);
  await expect(collected(lab).first()).toContainText(`${other} read as ${answer}`);
  await expect(panel(lab).getByRole('row', { name: /Your hand/ })).toContainText('0 of 1');
  // Another answer about the same drawing corrects it.
  await question(lab)
    .getByRole('button', { name: `Yes, a ${answer}` })
    .click();
  await expect(panel(lab).getByRole('row', { name: /Your hand/ })).toContainText('1 of 1');
  await lab.button('Clear').click();
  await collect(lab, 1);
  await expect(collected(lab)).toHaveCount(2);

  await lab.page.reload();
  await openPanel(lab);
  await expect(collected(lab)).toHaveCount(2);
  await collected(lab).first().click();
  await expect(panel(lab)).toContainText('A 1, drawn');
  await panel(lab).getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(collected(lab)).toHaveCount(1);
  await panel(lab).getByRole('button', { name: 'Remove all' }).click();
  await panel(lab).getByRole('button', { name: 'Yes, remove' }).click();
  await expect(panel(lab)).toContainText('Nothing here yet');
  await lab.page.reload();
  await openPanel(lab);
  await expect(panel(lab)).toContainText('Nothing here yet');
});

test('fine-tunes on the digits, compares, and takes it back or keeps it', async ({ lab, page }) => {
  test.setTimeout(180_000);
  await lab.openWithOwnFiles(QUICK_RUN);
  await lab.trainToTheEnd();
  await collect(lab, 0);
  for (let digit = 1; digit < 6; digit++) {
    await lab.button('Clear').click();
    await collect(lab, digit);
  }
  // What is said of this one goes against all that was learnt, so that other weights show in its answer.
  await lab.button('Clear').click();
  await collect(lab, 6, 8);
  await openPanel(lab);
  const before = await textOf(lab.topThree);
  const tune = panel(lab).getByRole('region', { name: 'Fine-tune on your digits' });
  await expect(tune).toContainText('Learns from 5 of your digits');
  await tune.getByRole('button', { name: 'Fine-tune' }).click();
  await expect(tune).toContainText('the new weights are in use until you decide', { timeout: 60_000 });
  await expect(tune.getByRole('row', { name: /held out \(2\)/ })).toBeVisible();
  await expect.poll(() => textOf(lab.topThree)).not.toBe(before);
  await tune.getByRole('button', { name: 'Take back' }).click();
  await expect(tune).toContainText('exactly those of before');
  await expect.poll(() => textOf(lab.topThree)).toBe(before);

  await tune.getByRole('button', { name: 'Fine-tune' }).click();
  await tune.getByRole('button', { name: 'Keep' }).click({ timeout: 60_000 });
  await expect(tune).toContainText('Kept.');
  await expect(panel(lab).getByRole('row', { name: /has not learnt from/ })).toContainText('of 2');

  const download = page.waitForEvent('download');
  await panel(lab).getByRole('button', { name: 'Export' }).click();
  const file = await (await download).path();
  await panel(lab).getByRole('button', { name: 'Remove all' }).click();
  await panel(lab).getByRole('button', { name: 'Yes, remove' }).click();
  const input = panel(lab).locator('input[type=file]');
  await input.setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{"a":1}') });
  await expect(panel(lab)).toContainText(
    'Nothing was added: the file is JSON, but not one that was exported here',
  );
  await input.setInputFiles(file);
  await expect(panel(lab)).toContainText('7 digits were added.');
  await expect(collected(lab)).toHaveCount(7);
  await input.setInputFiles(file);
  await expect(panel(lab)).toContainText('7 were here already');
});
