import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { DataError } from '../../../src/data/dataset';
import { DataPanel } from '../../../src/panels/data/DataPanel';
import type { DatasetState } from '../../../src/protocol/data/dataset-state';
import type { Understood } from '../../../src/protocol/data/file-preview';
import { FASHION } from '../../fixtures/class-names';
import { type FakeLab, fakeLab } from '../../fixtures/fake-lab';
import { smallWorld } from '../../fixtures/small-world';
import { UNDERSTOOD } from '../../fixtures/understood';
import { textsOf } from '../choose';
import { renderLab } from '../render-lab';

const world = await smallWorld({ training: 120, test: 20 });
const { train } = world.data.dataset;
const dataset = page.getByRole('combobox', { name: 'Dataset' });
const preview = page.getByRole('region', { name: 'Preview of your files' });
const use = page.getByRole('button', { name: 'Use them' });
const files = [new File(['0'], 'mnist.npz')];

const READY: Extract<DatasetState, { status: 'ready' }> = {
  status: 'ready',
  id: 'files',
  origin: 'mine.npz',
  official: false,
  train: 550,
  validation: 50,
  test: 100,
  problems: [],
};
const SAMPLES = 20;
const samples = { images: train.images.slice(0, SAMPLES * 784), labels: train.labels.slice(0, SAMPLES) };

const understood = (changes: Partial<Understood> = {}) =>
  ({
    type: 'file-preview',
    preview: { status: 'understood', understood: { ...UNDERSTOOD, samples, ...changes } },
  }) as const;

/** The lab with a person's own files in use. */
async function open(): Promise<FakeLab> {
  const lab = fakeLab(world);
  lab.ready();
  lab.emit({ type: 'dataset', dataset: READY });
  await renderLab(lab, <DataPanel />);
  await expect.element(page.getByText('550 train')).toBeVisible();
  return lab;
}

beforeEach(() => page.viewport(1000, 900));

test('shows what files hold, and uses them only when told to', async () => {
  const lab = await open();
  lab.actions.previewFiles([{ path: 'mnist.npz', file: files[0] as File }]);
  await expect.element(preview).toHaveTextContent('Reading your files');
  lab.emit(understood());
  await expect.element(preview).toHaveTextContent('18 train · 2 validation · 10 test');
  await expect.element(preview).toHaveTextContent('Values from 0 to 1 were multiplied by 255');
  await expect.element(preview).toHaveTextContent('Not the official MNIST');
  const samples = preview.getByRole('list', { name: 'Images with their labels' }).getByRole('listitem');
  await expect.element(samples).toHaveLength(SAMPLES);
  expect(textsOf(samples).slice(0, 3)).toEqual(['0', '1', '2']);
  await expect.element(preview.getByRole('row', { name: '3 2 1', exact: true })).toBeVisible();
  await expect.element(page.getByText('550 train')).toBeVisible();

  await preview.getByRole('button', { name: 'Cancel' }).click();
  expect(lab.commands.cancelPreview).toHaveBeenCalledOnce();
  lab.emit({ type: 'file-preview', preview: undefined });
  await expect.element(preview).not.toBeInTheDocument();
  expect(lab.commands.usePreview).not.toHaveBeenCalled();

  lab.emit(understood());
  await use.click();
  expect(lab.commands.usePreview.mock.calls).toEqual([[undefined]]);
  lab.emit(
    { type: 'file-preview', preview: undefined },
    { type: 'dataset', dataset: { ...READY, origin: 'mnist.npz', train: 18, validation: 2, test: 10 } },
  );
  await expect.element(page.getByText('18 train · 2 validation · 10 test, used only once')).toBeVisible();
  await expect.element(page.getByText(/mnist\.npz/)).toBeVisible();
});

test('refuses files by file, array and reason, offers no use of them, and takes others at once', async () => {
  const lab = await open();
  lab.emit({
    type: 'file-preview',
    preview: {
      status: 'refused',
      problems: [{ code: 'pickle', file: 'mnist.npz', field: 'x_train.npy', source: 'your files' }],
    },
  });
  await expect.element(preview).toHaveTextContent('mnist.npz › x_train.npy holds Python objects (a pickle)');
  await expect.element(preview).toHaveTextContent('the data in use stay');
  await expect.element(use).not.toBeInTheDocument();
  await expect.element(page.getByText('550 train')).toBeVisible();
  await expect.element(dataset).toHaveDisplayValue('Your files');
  await expect.element(page.getByRole('button', { name: 'Choose files' })).toBeVisible();
  lab.emit(understood());
  await expect.element(use).toBeVisible();
});

test('shows names from files as the text that they are', async () => {
  const lab = await open();
  const markup = '<img src=x onerror="window.wasRun = true">';
  const { problems } = new DataError([
    { code: 'bad-zip', file: `${markup}.npz`, field: '\u202egnp.exe', source: 'your files', found: markup },
  ]);
  lab.emit({ type: 'file-preview', preview: { status: 'refused', problems } });
  await expect.element(preview).toHaveTextContent(`${markup}.npz › \ufffdgnp.exe is a damaged zip`);
  expect(preview.element().querySelector('img')).toBe(null);
  expect('wasRun' in window).toBe(false);
});

test('leaves the list on the drawn digits where the files given are refused', async () => {
  const lab = fakeLab(world);
  lab.ready();
  lab.emit({
    type: 'dataset',
    dataset: { ...READY, id: 'synthetic', origin: 'the lab', refused: 'mnist' },
  });
  await renderLab(lab, <DataPanel />);
  lab.emit({
    type: 'file-preview',
    preview: {
      status: 'refused',
      problems: [
        {
          code: 'truncated',
          file: 'train-images-idx3-ubyte',
          source: 'your files',
          found: '1,000',
          wanted: '47,056',
        },
      ],
    },
  });
  await expect
    .element(preview)
    .toHaveTextContent('train-images-idx3-ubyte from your files is cut short: 1,000 of 47,056 bytes');
  await expect.element(dataset).toHaveDisplayValue('Synthetic digits');
  lab.emit({ type: 'file-preview', preview: undefined }, { type: 'dataset', dataset: READY });
  await expect.element(dataset).toHaveDisplayValue('Your files');
});

test('takes files that are dropped beside the Data card, and keeps the page in its place', async () => {
  const lab = await open();
  // A browser opens a dropped file in the page's place unless both events are refused it.
  const prevented = ['dragover', 'drop'].map((type) => {
    const dataTransfer = new DataTransfer();
    for (const file of files) dataTransfer.items.add(file);
    const event = new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer });
    document.body.dispatchEvent(event);
    return event.defaultPrevented;
  });
  expect(prevented).toEqual([true, true]);
  await expect.poll(() => lab.commands.previewFiles.mock.calls.length).toBe(1);
  await expect.element(preview).toHaveTextContent('Reading your files');
});

test('calls the classes what the person says', async () => {
  const lab = await open();
  const folderNames = ['cat', 'dog', '2', '3', '4', '5', '6', '7', '8', '9'];
  lab.emit(understood({ format: 'pictures', folderNames, naming: 'folders', notes: [] }));
  await expect.element(preview).toHaveTextContent('Pictures, by their folders or names');
  await expect.element(preview.getByRole('row', { name: 'cat 2 1', exact: true })).toBeVisible();
  const naming = preview.getByRole('combobox', { name: 'Class names' });
  await naming.selectOptions('Fashion-MNIST');
  await expect.element(preview.getByRole('row', { name: 'Ankle boot 2 1', exact: true })).toBeVisible();
  await use.click();
  await naming.selectOptions('Those of the folders');
  await naming.selectOptions('My own');
  await preview.getByRole('textbox', { name: 'Name of class 0' }).fill('kitten');
  await expect.element(preview.getByRole('row', { name: 'kitten 2 1', exact: true })).toBeVisible();
  await use.click();
  expect(lab.commands.usePreview.mock.calls).toEqual([[FASHION], [['kitten', ...folderNames.slice(1)]]]);
});
