import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { DataPanel } from '../../../src/panels/data/DataPanel';
import type { Understood } from '../../../src/protocol/data/file-preview';
import { fakeLab } from '../../fixtures/fake-lab';
import { smallWorld } from '../../fixtures/small-world';
import { UNDERSTOOD } from '../../fixtures/understood';
import { findings } from '../accessibility/findings';
import { smallTargets } from '../accessibility/targets';
import { renderLab } from '../render-lab';

const world = await smallWorld({ training: 120, test: 20 });
const preview = page.getByRole('region', { name: 'Preview of your files' });
const use = preview.getByRole('button', { name: 'Use them' });

async function open() {
  const lab = fakeLab(world);
  lab.ready();
  await renderLab(lab, <DataPanel />);
  return lab;
}
const understood = (changes: Partial<Understood>) =>
  ({
    type: 'file-preview',
    preview: { status: 'understood', understood: { ...UNDERSTOOD, ...changes } },
  }) as const;

beforeEach(() => page.viewport(1000, 900));

test('says in a sentence each what was guessed, done and left, and what will not work', async () => {
  const lab = await open();
  lab.emit(
    understood({
      areByShape: true,
      arrays: [
        { name: 'arr_0', shape: [60, 28, 28], role: 'train-images' },
        { name: 'arr_1', shape: [60], role: 'train-labels' },
      ],
      guesses: [
        {
          id: 'labelColumn',
          value: 'last',
          options: ['first', 'last'],
          because: 'column-named',
          found: { column: 'label', file: 'train.csv' },
        },
        {
          id: 'layout',
          value: 'last-axis',
          options: ['last-axis'],
          because: 'images-along-last',
          found: { shape: '(28, 28, 60)' },
        },
        {
          id: 'range',
          value: 'own',
          options: ['bytes', 'unit', 'own'],
          because: 'range-twice',
          found: { least: '0', most: '0.0039' },
        },
        {
          id: 'polarity',
          value: 'each',
          options: ['each', 'light', 'dark'],
          because: 'polarity-mixed',
          found: { train: '20', test: '5' },
        },
        {
          id: 'orientation',
          value: 'transposed',
          options: ['upright', 'transposed'],
          because: 'orientation-turned',
        },
        {
          id: 'size',
          value: 'mnist',
          options: ['pad', 'scale', 'mnist'],
          because: 'size-mnist',
          found: { size: '16×16' },
        },
        {
          id: 'labels',
          value: 'ten-is-zero',
          options: ['ten-is-zero', 'minus-one'],
          because: 'labels-ten-is-zero',
        },
      ],
      testOneIn: 7,
      sets: { names: ['emnist-digits', 'emnist-letters'], taken: 'emnist-letters' },
      notes: [
        { code: 'rows-left-out', found: '2: 8, 62', first: '“” (row 8, column 2)' },
        { code: 'left-out', found: '1: d/7.png' },
        { code: 'passed-over', found: '.ipynb_checkpoints (1)' },
        { code: 'doubles', found: 'train-images-idx3-ubyte.gz' },
        { code: 'ground', found: '120' },
        { code: 'deep', found: '255' },
        { code: 'unlabelled', found: 'test.csv' },
      ],
      warnings: [
        { code: 'all-black', part: 'train', found: '60' },
        { code: 'all-black', part: 'test', found: '10' },
        { code: 'missing-class', found: '7' },
        { code: 'test-in-training', found: '18' },
      ],
    }),
  );
  const sentences = [
    'arr_0 (60, 28, 28): training images; arr_1 (60): training labels',
    'The label is the column “label” of train.csv',
    'along the last axis of (28, 28, 60), as MATLAB saves them',
    'The largest value is 0.0039: divided by 255 twice?',
    'Dark on light are 20 images to train and 5 to test with',
    'the images don’t lie upright (Transposed, as EMNIST); they were set upright',
    '16×16 pixels became 28×28 as MNIST was made',
    'The label 10 stands for the digit 0',
    'They came in one set of 30: one image in 7 of each class',
    'Taken was “emnist-letters”, to be changed below; the others: emnist-digits',
    'of another length (2: 8, 62). In the first of them: an empty cell (row 8, column 2)',
    'Left out, because they can’t be read (1: d/7.png)',
    'Passed over, as folders that other programs make: .ipynb_checkpoints (1)',
    'There twice, and counted once: train-images-idx3-ubyte.gz',
    'dark pictures were laid on white, 120 of them',
    'The 16-bit pictures go up to 255',
    'because it has no labels: test.csv',
    'All 60 images to train with are black',
    'All 10 images to test with are black',
    'nothing to train with of 7',
    'Test images that are among the training images too: 18',
  ];
  await expect.element(preview).toHaveTextContent(sentences[0] ?? '');
  for (const sentence of sentences) expect(preview.element().textContent).toContain(sentence);

  const own = { value: 'own', options: ['bytes', 'own'], because: 'range-own' } as const;
  const range = { id: 'range', ...own, found: { least: '-0.4242', most: '65535' } } as const;
  const each = { value: 'each', options: ['each', 'upright'], because: 'orientation-mixed' } as const;
  const lying = { train: 'upright', test: 'transposed' };
  const orientation = { id: 'orientation', ...each, found: lying } as const;
  lab.emit(understood({ guesses: [range, orientation] }));
  await expect.element(preview).toHaveTextContent('Values from −0.4242 to 65,535 were brought');
  await expect
    .element(preview)
    .toHaveTextContent('(to train with: Upright, to test with: Transposed, as EMNIST)');
});

test('lets each guess be changed, and says where they can not be understood so', async () => {
  const lab = await open();
  const arrays = [
    { name: 'arr_0', shape: [20, 28, 28], role: 'train-images' },
    { name: 'arr_1', shape: [10, 28, 28], role: 'test-images' },
  ] as const;
  lab.emit(understood({ arrays, testOneIn: 7, adjustments: { polarity: 'light' } }));
  await preview.getByText('Understood wrongly? Change it').click();
  await preview.getByRole('combobox', { name: 'Values' }).selectOptions('0 to 255, as they are');
  expect(lab.commands.adjustPreview).toHaveBeenLastCalledWith({ polarity: 'light', range: 'bytes' });
  await expect.element(preview.getByText('Understanding them anew')).toBeVisible();
  await expect.element(use).toHaveAttribute('aria-disabled', 'true');

  const problems = [
    { code: 'label-range', file: 'mnist.npz', source: 'your files', found: '12', wanted: '0–9' },
  ] as const;
  lab.emit(understood({ arrays, testOneIn: 7, problems }));
  await expect.element(preview.getByRole('alert')).toHaveTextContent('It can’t be understood like that');
  await expect.element(preview.getByRole('alert')).toHaveTextContent('has the label 12');
  await expect.element(use).toHaveAttribute('aria-disabled', 'false');

  // A name as long as `training_images (60000, 28, 28)` leaves no room beside it: what it is stands below, whole.
  await page.viewport(340, 900);
  const role = preview.getByRole('combobox', { name: 'arr_0 (20, 28, 28)' }).element();
  expect(role.clientWidth).toBeGreaterThan(200);

  // Two that change places are changed by one choice.
  await preview.getByRole('combobox', { name: 'arr_0 (20, 28, 28)' }).selectOptions('Test images');
  expect(lab.commands.adjustPreview).toHaveBeenLastCalledWith({ roles: ['test-images', 'train-images'] });
  lab.emit(understood({ arrays, testOneIn: 7 }));
  await preview.getByRole('combobox', { name: 'Test images, one in' }).selectOptions('4');
  expect(lab.commands.adjustPreview).toHaveBeenLastCalledWith({ testOneIn: 4 });
});

test('lets the shares of the parts be chosen, one after the other, and says what comes of it', async () => {
  const lab = await open();
  lab.emit(understood({}));
  const testing = preview.getByRole('combobox', { name: 'Test images, one in' });
  const validating = preview.getByRole('combobox', { name: 'Validation images, one in' });
  await expect.element(validating).toHaveValue('12');
  await expect.element(testing).not.toBeInTheDocument();
  lab.emit(understood({ testOneIn: 7 }));
  await expect
    .element(preview)
    .toHaveTextContent('Images to train with: 18, to validate with: 2, to test with: 10.');
  await validating.selectOptions('4 (25.0 %)');
  // What is chosen while the first is on its way adds to it, and the keyboard stays where it is.
  await testing.selectOptions('3 (33.3 %)');
  const adjustments = { validationOneIn: 4, testOneIn: 3 };
  expect(lab.commands.adjustPreview).toHaveBeenLastCalledWith(adjustments);
  await expect.element(testing).toHaveValue('3');
  await expect.element(validating).toBeEnabled();
  await expect.element(use).toHaveAttribute('aria-disabled', 'true');
  lab.emit(understood({ ...adjustments, adjustments, train: 15, validation: 5, test: 10 }));
  await expect
    .element(preview)
    .toHaveTextContent('Images to train with: 15, to validate with: 5, to test with: 10.');
  expect([...(await findings()), ...smallTargets()]).toEqual([]);
  lab.emit(understood({ official: true }));
  await expect.element(validating).not.toBeInTheDocument();
});

test('gives lines of Python for a pickle, and never runs it', async () => {
  const lab = await open();
  const problems = [{ code: 'convert-pickle', file: 'mnist.pkl.gz', source: 'your files' }] as const;
  lab.emit({ type: 'file-preview', preview: { status: 'refused', problems } });
  await expect.element(preview).toHaveTextContent('It is never run here');
  await expect.element(preview).toHaveTextContent('gzip.open("mnist.pkl.gz"');
  await expect.element(preview).toHaveTextContent('Run these lines only on a file that you trust');
  await expect.element(preview.getByRole('button', { name: 'Copy' })).toBeVisible();
});

test('offers to read a picture that was dropped beside the canvas as a drawing', async () => {
  const lab = await open();
  const canvas = new OffscreenCanvas(200, 200);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, 200, 200);
  context.fillStyle = '#000';
  context.fillRect(90, 40, 16, 120);
  const file = new File([await canvas.convertToBlob({ type: 'image/jpeg' })], 'one.jpg');
  lab.actions.previewFiles([{ path: 'one.jpg', file }]);
  const problems = [{ code: 'lone-picture', file: 'one.jpg', source: 'your files' }] as const;
  lab.emit({ type: 'file-preview', preview: { status: 'refused', problems } });
  await preview.getByRole('button', { name: 'Read it as a drawing' }).click();
  await expect.poll(() => lab.store.getState().drawing.scannedInk?.some((ink) => ink > 0.5)).toBe(true);
  expect(lab.commands.cancelPreview).toHaveBeenCalled();
});

test('names the columns of a Parquet file, and offers the names of classes that stand in it', async () => {
  const lab = await open();
  const folderNames = 'Shirt Trouser Pullover Dress Coat Sandal Top Sneaker Bag Boot'.split(' ');
  lab.emit(understood({ name: 'train.parquet', format: 'parquet', naming: 'folders', folderNames }));
  await expect.element(preview.getByText('Columns of a Parquet file, a row an image')).toBeVisible();
  const naming = preview.getByRole('combobox', { name: 'Class names' });
  await expect
    .element(naming.getByRole('option', { name: 'Those in the file', selected: true }))
    .toBeInTheDocument();
});
