import type { Locator } from '@playwright/test';
import { drawWithMouse } from '../e2e/drawing';
import { type LabPage, PANEL_TITLES } from '../e2e/lab-page';
import { expect } from '../e2e/test';
import { type IdxFile, makeIdxFiles } from '../fixtures/make-idx';

const DATA: readonly IdxFile[][] = [
  makeIdxFiles({ seed: 1 }),
  makeIdxFiles({ train: 400, test: 80, seed: 2 }),
];
const NETWORKS = ['tfjs-examples', 'Tiny'];

export const SOAK_ADDRESS = '?preset=tfjs-examples&backend=wasm&step=fast&train=512&batch=32&epochs=2&seed=1';

/** Of what trained in a round, what stays in the lists: so that each round ends as it began. */
const KEPT = 2;

/**
 * What a person does in a long visit, once each: two networks on two sets of data, a run of each; a digit drawn; each
 * panel opened; an epoch of the past; a network saved, and what was made put away.
 */
export async function soakRound(lab: LabPage, number: number): Promise<void> {
  const { page } = lab;
  for (const [i, network] of NETWORKS.entries()) {
    await lab.choice('Network').selectOption({ label: network });
    await lab.give(DATA[i] ?? []);
    await lab.takeFiles();
    await lab.ready();
    await lab.trainToTheEnd();
    await drawWithMouse(lab, (number + i) % 10);
    await lab.button('Predict').click();
    await expect(lab.prediction).toContainText('%');
    await lab.button('Clear').click();
  }
  for (const title of PANEL_TITLES) {
    await lab.openPanel(title);
    await lab.showCharts();
  }
  await lab.openPanel('Runs');
  await page
    .getByRole('button', { name: /^Look back/ })
    .last()
    .click();
  await page.getByRole('button', { name: 'Back to the present' }).click();
  await putAway(lab);
}

async function putAway(lab: LabPage): Promise<void> {
  await lab.openPanel('Runs');
  await deleteDownTo(lab.region('Runs').getByRole('button', { name: /^Delete: run/ }), KEPT);
  await lab.openPanel('Library');
  const library = lab.region('Library');
  const networks = library.getByRole('button', { name: /^Delete / });
  const count = await countOf(networks);
  await library
    .getByRole('button', { name: /^Duplicate / })
    .first()
    .click();
  await expect(networks).toHaveCount(count + 1);
  await deleteDownTo(networks, KEPT);
  await lab.openPanel('Overview');
  // What is on it follows: counted before, the page has fewer nodes and listeners than after other rounds.
  await expect(lab.region('Learning curves')).toBeVisible();
  await lab.showCharts();
}

/** Once there are some. */
async function countOf(buttons: Locator): Promise<number> {
  await expect(buttons.first()).toBeVisible();
  return buttons.count();
}

async function deleteDownTo(buttons: Locator, kept: number): Promise<void> {
  for (let count = await countOf(buttons); count > kept; count--) {
    await buttons.last().click();
    await expect(buttons).toHaveCount(count - 1);
  }
}
