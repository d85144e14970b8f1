import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { DataBrowser } from '../../src/panels/data-browser/DataBrowser';
import { Filters } from '../../src/panels/filters/Filters';
import { Misclassified } from '../../src/panels/misclassified/Misclassified';
import { errorsIn } from '../../src/panels/shared/errors-in';
import { TestImage } from '../../src/panels/test-image/TestImage';
import { NO_SELECTION } from '../../src/state/selection/selection';
import { fakeLab } from '../fixtures/fake-lab';
import { smallWorld } from '../fixtures/small-world';
import { renderLab } from './render-lab';

const world = await smallWorld();

test('filters: the numbers of the first one are in sight, and a chosen one wins', async () => {
  const lab = fakeLab(world);
  await renderLab(lab, <Filters />);
  lab.pretrained();
  const filters = page.getByRole('region', { name: 'Filters' });
  await expect.element(filters.getByRole('table', { name: /^Filter 1 / })).toBeVisible();
  expect(lab.store.getState().selection).toEqual(NO_SELECTION);
  await filters.getByRole('button', { name: 'Filter 3' }).click();
  await expect.element(filters.getByRole('table', { name: /^Filter 3 / })).toBeVisible();
});

test('test image: the most confident error of what was read, selected with the first step', async () => {
  const lab = fakeLab(world);
  await renderLab(lab, <TestImage />);
  lab.pretrained();
  const panel = page.getByRole('region', { name: 'Test image' });
  const { validation } = world.readings;
  const worst = validation.positions[errorsIn(validation, undefined)[0] as number] as number;
  await expect.element(panel.getByRole('img', { name: `Image ${worst},` })).toBeVisible();
  await expect.element(panel).toHaveTextContent('Wrong: it is');
  expect(lab.store.getState().selection).toEqual(NO_SELECTION);
  await panel.getByRole('button', { name: 'Why' }).click();
  expect(lab.store.getState()).toMatchObject({
    panel: 'why',
    selection: { image: { set: 'train', position: worst } },
  });
});

test('test image: the first one before anything was read', async () => {
  const lab = fakeLab(world);
  await renderLab(lab, <TestImage />);
  lab.ready();
  const panel = page.getByRole('region', { name: 'Test image' });
  await expect.element(panel.getByRole('img', { name: 'Image 0,' })).toBeVisible();
  await expect.element(panel).toHaveTextContent('Model not trained.');
});

test('data browser: the first image of the wall is large until one is chosen', async () => {
  const lab = fakeLab(world);
  await renderLab(lab, <DataBrowser />);
  lab.ready();
  const selected = page.getByRole('region', { name: 'Selected image' });
  await expect.element(selected).toHaveTextContent('until you choose one');
  await expect.element(selected.getByRole('button', { name: 'Why' })).toBeEnabled();
  expect(lab.store.getState().selection).toEqual(NO_SELECTION);
});

test('misclassified: a run starts from where its errors will be', async () => {
  const lab = fakeLab(world);
  await renderLab(lab, <Misclassified />);
  lab.ready();
  const start = page.getByRole('button', { name: 'Start training' });
  await start.click();
  expect(lab.commands.train).toHaveBeenCalledOnce();
  lab.training();
  await expect.element(start).not.toBeInTheDocument();
});
