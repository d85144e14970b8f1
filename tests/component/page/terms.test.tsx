import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ClassificationReport } from '../../../src/panels/classification-report/ClassificationReport';
import { TrainingPanel } from '../../../src/panels/training/TrainingPanel';
import { fakeLab } from '../../fixtures/fake-lab';
import { smallWorld } from '../../fixtures/small-world';
import { renderLab } from '../render-lab';

const world = await smallWorld();
const word = (name: string) => page.getByRole('button', { name: `Explain: ${name}`, exact: true });
const card = page.getByRole('dialog');

test('explains a setting at its label, by keyboard too, and changes no control’s name', async () => {
  const lab = fakeLab(world);
  await renderLab(lab, <TrainingPanel />);
  await expect.element(page.getByRole('slider', { name: 'Learning rate', exact: true })).toBeVisible();
  await expect.element(page.getByRole('combobox', { name: 'Optimizer', exact: true })).toBeVisible();
  word('Learning rate').element().focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(card).toHaveTextContent('How far the weights move');
  await expect.element(card).toHaveTextContent('Try: 0.1 with Adam');
  await userEvent.keyboard('{Escape}');
  await expect.element(card).not.toBeInTheDocument();
  await expect.element(word('Learning rate')).toHaveFocus();
  expect(word('Seed').element().getBoundingClientRect().height).toBeGreaterThanOrEqual(24);
});

test('explains the heads of a table and the words behind ‘What is this?’', async () => {
  const lab = fakeLab(world);
  lab.trained();
  await renderLab(lab, <ClassificationReport />);
  await expect.element(page.getByRole('columnheader', { name: 'Recall', exact: true })).toBeVisible();
  await word('Recall').click();
  await expect.element(card).toHaveTextContent('Of all images of this digit');
  await userEvent.keyboard('{Escape}');
  await expect.element(word('95 % interval')).not.toBeInTheDocument();
  await page.getByText('What is this?').click();
  await word('95\u00a0% interval').click();
  await expect.element(card).toHaveTextContent('1 of 20 cases');
});
