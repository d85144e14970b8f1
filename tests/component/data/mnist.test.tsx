import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { RunButtons } from '../../../src/page/RunButtons';
import { DataPanel } from '../../../src/panels/data/DataPanel';
import type { DatasetState } from '../../../src/protocol/data/dataset-state';
import { fakeLab } from '../../fixtures/fake-lab';
import { smallWorld } from '../../fixtures/small-world';
import { renderLab } from '../render-lab';

const world = await smallWorld({ training: 120, test: 20 });
const dataset = page.getByRole('combobox', { name: 'Dataset' });
const train = page.getByRole('button', { name: 'Train', exact: true });

const READY: Extract<DatasetState, { status: 'ready' }> = {
  status: 'ready',
  id: 'mnist',
  origin: 'this page',
  official: true,
  train: 550,
  validation: 50,
  test: 100,
  problems: [],
};
const UNREACHABLE = {
  code: 'unreachable',
  file: 'train-images-idx3-ubyte',
  source: 'this page',
} as const;

beforeEach(() => page.viewport(1000, 900));

test('says why digits are drawn, and tries MNIST again on request', async () => {
  const lab = fakeLab(world, { settings: { dataset: 'mnist' } });
  lab.ready();
  lab.emit({
    type: 'dataset',
    dataset: {
      ...READY,
      id: 'synthetic',
      origin: 'the lab',
      official: false,
      refused: 'mnist',
      problems: [UNREACHABLE],
    },
  });
  await renderLab(lab, <DataPanel />);
  await expect.element(page.getByText(/MNIST could not be loaded, so the lab draws digits/)).toBeVisible();
  await expect.element(page.getByText(/^train-images-idx3-ubyte: .* could not be reached/)).toBeVisible();
  await expect.element(dataset).toHaveDisplayValue('Synthetic digits');
  const asked = lab.commands.loadMnist.mock.calls.length;
  await page.getByRole('button', { name: 'Try again' }).click();
  expect(lab.commands.loadMnist).toHaveBeenCalledTimes(asked + 1);
  lab.emit({ type: 'dataset', dataset: READY });
  await expect.element(dataset).toHaveDisplayValue('MNIST');
  await expect.element(page.getByText(/could not be loaded/)).not.toBeInTheDocument();
});

test('keeps the files in use, and the list on them, where MNIST can not be had', async () => {
  const lab = fakeLab(world);
  lab.ready();
  const own = { ...READY, id: 'files', origin: 'mine.npz', official: false } as const;
  lab.emit({ type: 'dataset', dataset: own });
  await renderLab(
    lab,
    <>
      <DataPanel />
      <RunButtons />
    </>,
  );
  await dataset.selectOptions('MNIST');
  lab.emit({
    type: 'dataset',
    dataset: {
      status: 'loading',
      id: 'mnist',
      progress: { source: '', received: 0, total: 0 },
      problems: [],
    },
  });
  await expect.element(train).toBeDisabled();
  lab.emit({ type: 'dataset', dataset: { ...own, refused: 'mnist', problems: [UNREACHABLE] } });
  await expect.element(page.getByText('MNIST could not be loaded; the data in use stay')).toBeVisible();
  await expect.element(dataset).toHaveDisplayValue('Your files');
  await expect.element(train).toBeEnabled();
});
