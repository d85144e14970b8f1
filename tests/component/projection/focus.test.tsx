import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { ProjectionPanel } from '../../../src/panels/projection/ProjectionPanel';
import type { Projection } from '../../../src/protocol/inspect';
import { fakeLab } from '../../fixtures/fake-lab';
import { smallWorld } from '../../fixtures/small-world';
import { choose, focus } from '../choose';
import { renderLab } from '../render-lab';

const panel = page.getByRole('region', { name: 'Projection' });
const button = (name: string) => panel.getByRole('button', { name, exact: true });
const projection: Projection = {
  ...{ method: 'umap', part: 'test', trainedBatches: 8, weightsVersion: 1 },
  positions: Uint32Array.of(0, 1),
  truth: Uint8Array.of(3, 4),
  predicted: Uint8Array.of(3, 4),
  points: Float32Array.of(0, 0, 1, 1),
};

test('the keyboard stays where it is while a picture is computed, and in the legend when all are shown', async () => {
  const lab = fakeLab(await smallWorld({ training: 240, test: 20 }));
  const asked = new Set<(projection: Projection | undefined) => void>();
  const answer = (given: Projection | undefined) => {
    for (const resolve of asked) resolve(given);
    asked.clear();
  };
  lab.commands.projection.mockImplementation(() => new Promise((resolve) => asked.add(resolve)));
  lab.commands.cancelProjection.mockImplementation(async () => answer(undefined));
  lab.trained();
  lab.actions.select({ cell: { truth: 3, predicted: 4 } });
  await renderLab(lab, <ProjectionPanel />);
  await choose(panel.getByRole('radio', { name: 'UMAP' }));
  focus(button('Cancel'));
  await button('Cancel').click();
  await expect.element(button('Compute')).toHaveFocus();
  await button('Compute').click();
  await expect.element(button('Cancel')).toHaveFocus();
  await expect.poll(() => asked.size).toBe(1);
  answer(projection);
  await expect.element(button('Update')).toHaveFocus();
  await expect.element(button('Update')).toHaveAttribute('aria-disabled', 'true');
  await button('Show all, not only the selected cell').click();
  await expect.element(panel.getByRole('button', { name: /^9: / })).toHaveFocus();
});
