import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Lab } from '../../../src/page/Page';
import { Results } from '../../../src/page/Results';
import { FASHION } from '../../fixtures/class-names';
import { fakeLab } from '../../fixtures/fake-lab';
import { smallWorld } from '../../fixtures/small-world';
import { renderLab } from '../render-lab';

const world = await smallWorld();
const tab = (name: string) => page.getByRole('tab', { name, exact: true });
const groupTab = (name: string) =>
  page.getByRole('tablist', { name: 'Groups of panels' }).getByRole('tab', { name, exact: true });
const region = (name: string) => page.getByRole('region', { name, exact: true });

async function newcomer() {
  const lab = fakeLab(world);
  lab.pretrained();
  await renderLab(lab, <Results />);
  return { lab };
}

test('leads into a group by its first panel, and back to the one that was open last', async () => {
  const { lab } = await newcomer();
  await tab('Inside').click();
  expect(lab.store.getState().panel).toBe('walk');
  await tab('Why').click();
  await expect.element(region('Why')).toBeVisible();
  await tab('Data').click();
  expect(lab.store.getState().panel).toBe('data-browser');
  await tab('Inside').click();
  expect(lab.store.getState().panel).toBe('why');
});

test('chooses the group of a panel that is opened from elsewhere', async () => {
  const { lab } = await newcomer();
  lab.actions.open('runs');
  await expect.element(groupTab('Runs')).toHaveAttribute('aria-selected', 'true');
  await expect.element(page.getByRole('tablist', { name: 'Runs' })).toBeVisible();
  await expect.element(region('Runs')).toBeVisible();
});

test('says digits only where the classes are digits', async () => {
  const lab = fakeLab({
    ...world,
    data: { ...world.data, dataset: { ...world.data.dataset, classNames: FASHION } },
  });
  lab.trained();
  await renderLab(lab, <Results />);
  const errors = { name: 'Misclassified images', exact: true };
  await expect.element(page.getByRole('tab', errors)).toBeVisible();
  lab.actions.open('misclassified');
  await expect.element(page.getByRole('region', errors)).toBeVisible();
  await expect.element(page.getByRole('listbox', errors)).toBeVisible();
});

test('names what is shown by its tab, and the tab what it shows', async () => {
  const { lab } = await newcomer();
  for (const [id, name] of [
    ['overview', 'Overview'],
    ['learning-curves', 'Learning curves'],
    ['filters', 'Filters'],
  ] as const) {
    lab.actions.open(id);
    const panel = page.getByRole('tabpanel', { name, exact: true });
    await expect.element(panel).toBeVisible();
    await expect.element(tab(name)).toHaveAttribute('aria-controls', panel.element().id);
  }
  await expect.element(page.getByRole('tabpanel', { name: 'Inside', exact: true })).toBeVisible();
});

test('goes along each row of tabs by the arrow keys', async () => {
  const { lab } = await newcomer();
  await tab('Results').click();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(tab('Inside')).toHaveFocus();
  expect(lab.store.getState().panel).toBe('walk');
  await userEvent.keyboard('{Tab}{ArrowRight}');
  await expect.element(tab('Activation maps')).toHaveFocus();
  expect(lab.store.getState().panel).toBe('activation-maps');
});

test('shows what the network that came with the page gets wrong without a click', async () => {
  await newcomer();
  await expect
    .element(region('Misclassified digits').getByRole('listbox').getByRole('option').first())
    .toBeVisible();
  await expect.element(region('Conclusions')).toHaveTextContent(/digits are read right/);
});

test('shows what a run got, compared with the run before, and leads on from there', async () => {
  const { lab } = await newcomer();
  const result = region('Result of this run');
  await expect.element(result).not.toBeInTheDocument();
  lab.trained();
  const { accuracy } = world.readings.test.evaluation;
  await expect.element(result).toHaveTextContent(`${(100 * accuracy).toFixed(2)} %`);
  await expect.element(result).not.toHaveTextContent('run 1');
  lab.trained();
  await expect.element(result).toHaveTextContent('No clear difference from run 1');
  lab.actions.select({ cell: { truth: 3, predicted: 5 } });
  await result.getByRole('button', { name: /mistakes?$/ }).click();
  await expect.element(region('Misclassified digits')).toBeVisible();
  expect(lab.store.getState().selection.cell).toBeUndefined();
});

test('is as high as what is open', async () => {
  const { lab } = await newcomer();
  await expect
    .element(region('Misclassified digits').getByRole('listbox').getByRole('option').first())
    .toBeVisible();
  lab.actions.open('test-image');
  const height = (name: string) => region(name).element().getBoundingClientRect().height;
  const panel = page.getByRole('tabpanel').last();
  await expect.element(region('Test image')).toBeVisible();
  await expect
    .poll(() => panel.element().getBoundingClientRect().height - height('Test image'))
    .toBeLessThan(40);
});

test('is led to by the second stop of Tab on the page, and the pad by the first', async () => {
  const lab = fakeLab(world);
  lab.pretrained();
  await renderLab(lab, <Lab />);
  for (const [name, place] of [
    ['Skip to drawing a digit', 'draw'],
    ['Skip to the results', 'results'],
  ] as const) {
    await userEvent.tab();
    const link = page.getByRole('link', { name });
    await expect.element(link).toHaveFocus();
    expect(link.element().getBoundingClientRect().height).toBeGreaterThanOrEqual(24);
    expect(document.getElementById(place)).toHaveAttribute('tabindex', '-1');
    expect(link.element()).toHaveAttribute('href', `#${place}`);
  }
  await userEvent.keyboard('{Enter}');
  await expect.element(page.elementLocator(document.getElementById('results') as HTMLElement)).toHaveFocus();
  window.location.hash = '';
});
