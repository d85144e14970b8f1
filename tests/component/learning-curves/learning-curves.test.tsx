import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup } from 'vitest-browser-react';
import { LearningCurves } from '../../../src/panels/learning-curves/LearningCurves';
import { fakeLab } from '../../fixtures/fake-lab';
import { smallWorld } from '../../fixtures/small-world';
import { renderLab } from '../render-lab';

// Its controls are what this is about; what a chart is drawn from is tested with its figure.
vi.mock('../../../src/charts/load-plotly', () => ({ loadPlotly: () => new Promise(() => undefined) }));

const world = await smallWorld();
const curves = page.getByRole('region', { name: 'Learning curves' });
const check = (name: string) => curves.getByRole('checkbox', { name });
const smoothing = curves.getByRole('slider', { name: 'Smoothing' });

async function choose(name: string): Promise<void> {
  (curves.getByRole('radio', { name }).element() as HTMLElement).focus();
  await userEvent.keyboard(' ');
}

test('draws the curves as one wants them, and keeps that from tab to tab', async () => {
  const lab = fakeLab(world);
  await renderLab(lab, <LearningCurves />);
  lab.trained();
  await check('Log scale').click();
  await expect.element(curves.getByRole('heading', { name: 'error rate' })).toBeVisible();
  (smoothing.element() as HTMLElement).focus();
  await userEvent.keyboard('{Home}');
  await expect.element(smoothing).toHaveAttribute('aria-valuetext', 'off');
  await check('Learning rate').click();
  await choose('by epoch');
  await expect.element(smoothing).toBeDisabled();

  await cleanup();
  await renderLab(lab, <LearningCurves />);
  await expect.element(check('Log scale')).toBeChecked();
  await expect.element(check('Learning rate')).not.toBeChecked();
  await expect.element(curves.getByRole('radio', { name: 'by epoch' })).toBeChecked();
  await choose('by batch');
  await expect.element(smoothing).toHaveAttribute('aria-valuetext', 'off');
});
