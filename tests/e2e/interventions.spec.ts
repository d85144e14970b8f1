import type { Page } from '@playwright/test';
import type { LabPage } from './lab-page';
import { expect, NO_REAL_DATA, test } from './test';

const SMALL = '?preset=tfjs-examples&backend=wasm&train=512&batch=32&epochs=1&seed=5';
/** Milliseconds from the press of the button to the new figures. */
const LIMIT = 1000;

const cost = (page: Page) => page.getByRole('status', { name: 'What it costs' });
const openPanel = (lab: LabPage) => lab.openPanel('Interventions');
const filter = (page: Page, number: number) =>
  page
    .getByRole('region', { name: 'Interventions' })
    .getByRole('button', { name: `Filter ${number}`, exact: true });

/** Presses the button that mutes what is chosen, and waits in the page until the figures are those of the edit. */
function timeOfMuting(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const button = [...document.querySelectorAll('button')].find((found) =>
          /^Mute Filter/.test(found.innerText),
        );
        const start = performance.now();
        button?.click();
        const look = () => {
          const isThere = document.querySelector('[aria-label="What it costs"]');
          if (isThere && !document.querySelector('[data-pending]')) resolve(performance.now() - start);
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
  );
}

test('shows within a second what a filter of the trained default network is good for', async ({
  lab,
  page,
}) => {
  test.skip(!lab.realData, NO_REAL_DATA);
  test.setTimeout(240_000);
  await lab.open('?backend=wasm&epochs=1');
  await openPanel(lab);
  await lab.trainToTheEnd(180_000);
  const times: number[] = [];
  for (const number of [1, 2, 3, 4]) {
    await filter(page, number).click();
    await expect(page.getByRole('button', { name: `Mute Filter ${number}` })).toBeVisible();
    times.push(Math.round(await timeOfMuting(page)));
  }
  test.info().annotations.push({ type: 'milliseconds', description: times.join(', ') });
  expect(Math.max(...times), `each of ${times.join(', ')} ms`).toBeLessThan(LIMIT);
  await expect(cost(page)).toContainText('5,000 digits');
});

test('takes filters out, says what that costs, and gives them back', async ({ lab, page }) => {
  await lab.openWithOwnFiles(SMALL);
  await openPanel(lab);
  const panel = page.getByRole('region', { name: 'Interventions' });
  await expect(panel).toContainText('Nothing is trained yet');
  await lab.trainToTheEnd();

  const list = panel.getByRole('listitem');
  for (const number of [1, 2, 3]) {
    await filter(page, number).click();
    await panel.getByRole('button', { name: `Mute Filter ${number}` }).click();
  }
  await expect(list).toHaveText([
    'Layer 1: Filter 1 muted',
    'Layer 1: Filter 2 muted',
    'Layer 1: Filter 3 muted',
  ]);
  await expect(cost(page)).toContainText(/Accuracy [\d.]+ % → [\d.]+ %/);
  await expect(panel.getByRole('row')).toHaveCount(11);
  for (const row of await panel.getByRole('row').allInnerTexts()) {
    const [, before, after, change] = row.replaceAll('−', '-').match(/(\S+) %\s+(\S+) %\s+(\S+)/) ?? [];
    if (change === undefined) continue;
    expect(Number(after) - Number(before), row).toBeCloseTo(Number(change), 6);
    if (Number(change) !== 0) expect(row).toContain('points');
  }

  await panel.getByRole('button', { name: 'Undo last' }).click();
  await expect(list).toHaveCount(2);
  await panel.getByRole('button', { name: 'Unmute Filter 3' }).waitFor({ state: 'detached' });
  await panel.getByRole('button', { name: 'Undo all' }).click();
  await expect(list).toHaveCount(0);
  await expect(panel).toContainText('the weights are as they were learnt');
  await expect(cost(page)).toHaveCount(0);
});

test('changes a kernel by the arrow keys, shows it among the filters, and forgets it with the next run', async ({
  lab,
  page,
}) => {
  await lab.openWithOwnFiles(SMALL);
  await lab.trainToTheEnd();
  await openPanel(lab);
  await filter(page, 2).click();
  const weight = page.getByRole('spinbutton', { name: 'Weight in row 1, column 1' });
  await weight.fill('2');
  await weight.press('ArrowUp');
  await expect(weight).toHaveValue('2.05');
  await expect(cost(page)).toBeVisible();

  await lab.openPanel('Filters');
  const kernel = page.getByRole('region', { name: 'Filters' }).getByRole('cell').first();
  await expect(kernel).toHaveText('2.05');

  await openPanel(lab);
  await lab.trainToTheEnd();
  const panel = page.getByRole('region', { name: 'Interventions' });
  await expect(panel).toContainText('the weights are as they were learnt');
  await expect(weight).not.toHaveValue('2.05');
});

test('waits until the run is over', async ({ lab, page }) => {
  await lab.openWithOwnFiles(SMALL);
  await openPanel(lab);
  await lab.press('Step');
  await expect(lab.button('Resume')).toBeEnabled();
  const panel = page.getByRole('region', { name: 'Interventions' });
  await expect(panel).toContainText('possible when the run is over');
  await expect(panel.getByRole('button', { name: 'Mute Filter 1', exact: true })).toBeDisabled();
  await lab.press('Stop');
  await expect(panel.getByRole('button', { name: 'Mute Filter 1', exact: true })).toBeEnabled();
});
