import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { LearningCurves } from '../../../src/panels/learning-curves/LearningCurves';
import { TrainingPanel } from '../../../src/panels/training/TrainingPanel';
import { fakeLab } from '../../fixtures/fake-lab';
import { smallWorld } from '../../fixtures/small-world';
import { renderLab } from '../render-lab';

// What a chart is drawn from is tested with its figure.
vi.mock('../../../src/charts/load-plotly', () => ({ loadPlotly: () => new Promise(() => undefined) }));

const world = await smallWorld();
const slider = (name: string) => page.getByRole('slider', { name });

async function press(name: string, key: string): Promise<void> {
  (slider(name).element() as HTMLElement).focus();
  await userEvent.keyboard(key);
}

test('hands a run under way what it can take on, and no other setting', async () => {
  const lab = fakeLab(world, { settings: { optimizer: 'momentum', dropout: 0 } });
  await renderLab(lab, <TrainingPanel />);
  lab.training();
  await press('Dropout', '{ArrowRight}');
  expect(lab.commands.adjust).toHaveBeenLastCalledWith({ dropout: 0.05 });
  await press('Learning rate', '{ArrowRight}');
  const { learningRate } = lab.store.getState().settings;
  expect(lab.commands.adjust).toHaveBeenLastCalledWith({ learningRate });
  await press('Momentum', '{ArrowLeft}');
  expect(lab.commands.adjust).toHaveBeenLastCalledWith({ momentum: 0.89 });
  await press('Label smoothing', '{ArrowRight}');
  expect(lab.commands.adjust).toHaveBeenCalledTimes(3);
});

test('says in words what was changed on the way, a drag of a slider once', async () => {
  const lab = fakeLab(world);
  await renderLab(lab, <LearningCurves />);
  lab.training();
  const list = page.getByRole('region', { name: 'Changed while training' });
  await expect.element(list).not.toBeInTheDocument();
  const change = (batch: number, from: number, to: number) => ({
    name: 'learningRate' as const,
    batch,
    from,
    to,
  });
  lab.emit({ type: 'adjusted', changes: [change(5, 0.01, 0.02)] });
  lab.emit({ type: 'adjusted', changes: [change(6, 0.02, 0.03), { ...change(6, 0, 0.5), name: 'dropout' }] });
  await expect
    .element(list.getByRole('listitem').first())
    .toHaveTextContent('batch 6: Learning rate 0.01 → 0.03');
  await expect.element(list.getByRole('listitem').nth(1)).toHaveTextContent('batch 6: Dropout 0 → 0.5');
  expect(list.getByRole('listitem').all()).toHaveLength(2);
});
