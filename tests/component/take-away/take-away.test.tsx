import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { ABOUT_KEY, writeAbout } from '../../../src/export/about-network';
import { toOnnx } from '../../../src/export/onnx/to-onnx';
import { writeModel } from '../../../src/export/onnx/write-messages';
import { readRun } from '../../../src/export/run/read-run';
import { writeRun } from '../../../src/export/run/write-run';
import type { TrainedNetwork } from '../../../src/model/trained-network';
import { TakeAway } from '../../../src/panels/take-away/TakeAway';
import { outputNamesOf } from '../../../src/state/network/output-names';
import { FASHION } from '../../fixtures/class-names';
import { type FakeLab, fakeLab } from '../../fixtures/fake-lab';
import { FILE_NETWORK, FILE_RUN, FILE_RUN_OF_LETTERS } from '../../fixtures/file-run';
import { smallWorld } from '../../fixtures/small-world';
import { renderLab } from '../render-lab';

const world = await smallWorld();
const network: TrainedNetwork = {
  settings: world.settings,
  weights: await world.network.runtime.weights(),
  trainedBatches: 8,
};
const panel = page.getByRole('region', { name: 'Take away' });
const card = (name: string) => panel.getByRole('listitem', { name, exact: true });
const preview = panel.getByRole('region', { name: 'The network in the file' });

afterEach(() => void vi.restoreAllMocks());

let lab: FakeLab;
beforeEach(async () => {
  lab = fakeLab(world);
  lab.commands.trainedNetwork.mockImplementation(async () => network);
  await renderLab(lab, <TakeAway />);
});

/** As if a person chose it. */
function choose(name: string, content: Uint8Array<ArrayBuffer> | string): void {
  const input = panel.element().querySelector('input[type=file]') as HTMLInputElement;
  const transfer = new DataTransfer();
  transfer.items.add(new File([content], name));
  input.files = transfer.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

test('offers a file once it was checked, and not after the weights have become others', async () => {
  lab.trained();
  await card('ONNX').getByRole('button', { name: 'Make the file for ONNX' }).click();
  await expect
    .element(card('ONNX').getByRole('status'))
    .toHaveTextContent(/largest difference of the probabilities over 100 test images: \d\.\de−[5-9]\./);
  await expect.element(card('ONNX')).toHaveTextContent(/digit-lab-custom\.onnx, \d+ kB/);
  await expect.element(card('ONNX').getByRole('button', { name: 'Save the file' })).toBeVisible();
  lab.emit({ type: 'network', settings: world.settings, trainedBatches: 9, weightsVersion: 99 });
  await expect.element(card('ONNX').getByRole('button', { name: 'Make the file for ONNX' })).toBeVisible();
  await expect.element(card('ONNX').getByRole('status')).toHaveTextContent('Other weights have come');
});

test('makes no file of weights that change meanwhile, and says so', async () => {
  lab.training();
  const make = card('ONNX').getByRole('button');
  await expect.element(make).toHaveAttribute('aria-disabled', 'true');
  await expect.element(make).toHaveAccessibleDescription(/while a run changes the weights/);
  lab.emit({ type: 'phase', phase: 'paused' });
  await expect.element(make).toHaveAttribute('aria-disabled', 'false');
  // It goes on before the file is there.
  let end: (made: TrainedNetwork) => void = () => undefined;
  lab.commands.trainedNetwork.mockImplementation(() => new Promise((resolve) => (end = resolve)));
  await make.click();
  await expect.element(card('ONNX').getByRole('status')).toHaveTextContent('Writing the file');
  lab.emit({ type: 'batches', first: 4, batches: [{ loss: 1, accuracy: 0.5 }], weightsVersion: 98 });
  lab.emit({ type: 'phase', phase: 'stopped' });
  end(network);
  await expect.element(card('ONNX').getByRole('status')).toHaveTextContent('Other weights have come');
  await expect.element(make).toHaveAttribute('aria-disabled', 'false');
});

test.each([
  ['Keras', 'digit-lab-custom.keras'],
  ['Keras notebook', 'digit-lab-custom.ipynb'],
  ['PyTorch', 'digit-lab-custom-pytorch.zip'],
])('offers a file for %s once it was read back', async (name, file) => {
  lab.trained();
  await card(name)
    .getByRole('button', { name: `Make the file for ${name}` })
    .click();
  await expect.element(card(name).getByRole('status')).toHaveTextContent(/over 100 test images/);
  await expect.element(card(name)).toHaveTextContent(file);
  await expect.element(card(name).getByRole('button', { name: 'Save the file' })).toBeVisible();
});

test('says that programs read MNIST, and of other classes than the digits that they read a person’s data', async () => {
  lab.trained();
  await expect.element(card('Keras notebook')).toHaveTextContent('it reads MNIST');
  const { dataset } = lab.store.getState();
  if (dataset.status !== 'ready') throw new Error('there are no data');
  lab.emit({ type: 'dataset', dataset: { ...dataset, classNames: FASHION } });
  await expect.element(card('Keras notebook')).toHaveTextContent('it reads MNIST');
  lab.emit(
    { type: 'run-started', run: 'f', startedAt: 0, settings: world.settings, batchesPerEpoch: 2 },
    { type: 'batches', first: 0, batches: [{ loss: 2, accuracy: 0.1 }], weightsVersion: 99 },
    { type: 'phase', phase: 'finished' },
  );
  await expect.element(card('Keras notebook')).toHaveTextContent('it reads your data from an npz file');
  await expect.element(card('PyTorch')).toHaveTextContent('it reads your data from an npz file');
  await expect.element(panel).not.toHaveTextContent('MNIST');
});

test('offers none that computes something else', async () => {
  lab.trained();
  lab.commands.probabilities.mockImplementation(async () => new Float32Array(1000).fill(0.1));
  await card('ONNX').getByRole('button').click();
  await expect.element(card('ONNX').getByRole('alert')).toHaveTextContent('does not compute the same');
  await expect.element(card('ONNX').getByRole('button', { name: /^Save/ })).not.toBeInTheDocument();
});

test('says what a file was checked with where there are no test images', async () => {
  lab.trained();
  lab.commands.labels.mockImplementation(async () => undefined);
  await card('safetensors').getByRole('button').click();
  await expect.element(card('safetensors').getByRole('status')).toHaveTextContent('over 100 random images');
});

test('has nothing to take away before a training, but takes what is brought', async () => {
  await expect.element(panel).toHaveTextContent('no network has been trained');
  lab.ready();
  choose('mine.onnx', writeModel(toOnnx(network, new Map())));
  await expect.element(preview).toHaveTextContent('c4k5-p2-c6k3-p2-d10');
  await expect.element(preview).toHaveTextContent(/reads \d+ of 100 test images right/);
  await expect
    .element(preview)
    .toHaveTextContent(/ONNX Runtime reads the file as the lab does: .*over 100 images/);
  const order = preview.getByRole('textbox', { name: /^Digits that its outputs stand for/ });
  await order.fill('1 2 3 4 5 6 7 8 9 9');
  const use = preview.getByRole('button', { name: 'Use this network' });
  await expect.element(use).toHaveAttribute('aria-disabled', 'true');
  await order.fill('1,2,3,4,5,6,7,8,9,0');
  await use.click();
  const [, opened] = lab.commands.openNetwork.mock.calls[0] ?? [];
  const bias = network.weights.at(-1) as Float32Array;
  expect(opened?.weights.at(-1)).toEqual(Float32Array.of(bias[9] as number, ...bias.subarray(0, 9)));
  await expect.element(preview).not.toBeInTheDocument();
});

test('calls the outputs of a network from a file by the names in it, and says where the data have others', async () => {
  lab.ready();
  const names = [...'ABCDEFGHIJ'];
  choose('letters.onnx', writeModel(toOnnx(network, new Map([[ABOUT_KEY, writeAbout(network, names)]]))));
  await expect.element(preview).toHaveTextContent(names.join(', '));
  await expect
    .element(preview.getByRole('textbox', { name: /^Classes that its outputs stand for/ }))
    .toBeVisible();
  await expect.element(preview).not.toHaveTextContent('of 100 test images right');
  await preview.getByRole('button', { name: 'Use this network' }).click();
  const [id = ''] = lab.commands.openNetwork.mock.calls[0] ?? [];
  lab.emit({ type: 'network', settings: world.settings, trainedBatches: 8, weightsVersion: 99, opened: id });
  expect(outputNamesOf(lab.store.getState())).toEqual(names);
});

test('says why a file is not opened, in which place, and as plain text', async () => {
  const name = '<img src=x onerror=alert(1)>.json';
  choose(name, '{"modelTopology": {"class_name": "<b>Sequential"}}');
  await expect.element(panel.getByRole('alert')).toHaveTextContent(`${name} is damaged`);
  expect(panel.element().querySelector('img, b')).toBe(null);
});

test('puts a run from a file among the runs, and its network into use', async () => {
  lab.ready();
  choose('run.digitlab.json', writeRun({ run: FILE_RUN, network: FILE_NETWORK }));
  await expect.element(panel).toHaveTextContent('The run is in Runs now, and its network is in use.');
  expect(lab.store.getState().runs).toMatchObject([{ id: FILE_RUN.id, note: FILE_RUN.note, number: 1 }]);
  expect(lab.commands.openNetwork.mock.calls[0]?.[1].weights).toEqual(FILE_NETWORK.weights);
});

test('calls the outputs of a network from a run’s file by what the run was trained on', async () => {
  lab.ready();
  choose('run.digitlab.json', writeRun({ run: FILE_RUN_OF_LETTERS, network: FILE_NETWORK }));
  await expect.element(panel).toHaveTextContent('its network is in use.');
  const [id = '', { settings } = FILE_NETWORK] = lab.commands.openNetwork.mock.calls[0] ?? [];
  lab.emit({ type: 'network', settings, trainedBatches: 860, weightsVersion: 99, opened: id });
  expect(outputNamesOf(lab.store.getState())).toEqual([...'ABCDEFGHIJ']);
  expect(lab.store.getState().runs[0]?.data?.classNames).toEqual([...'ABCDEFGHIJ']);
});

test('saves a run, with the weights that it has left as long as they are kept', async () => {
  lab.trained();
  lab.commands.networkAt.mockImplementation(async () => network);
  const withWeights = panel.getByRole('checkbox', { name: 'With its weights' });
  await expect.element(withWeights).toBeDisabled();
  lab.emit({ type: 'kept-epochs', kept: { budgetBytes: 1e6, bytes: 1e3, runs: { a: [0, 1, 2] } } });
  await withWeights.click();
  const saved = vi.spyOn(URL, 'createObjectURL');
  await panel.getByRole('button', { name: 'Save the run' }).click();
  await expect.poll(() => saved.mock.calls.length).toBe(1);
  const [content] = saved.mock.calls[0] ?? [];
  const text = content instanceof Blob ? await content.text() : '';
  const file = readRun('a', JSON.parse(text));
  expect(lab.commands.networkAt).toHaveBeenCalledWith({ run: 'a', epoch: 2 });
  expect(file.network?.weights).toEqual(network.weights);
  const [record] = lab.store.getState().runs;
  expect(file.run).toMatchObject({ id: 'a', curves: record?.curves, test: { ...record?.test } });
});

test('leaves the network alone while a run is under way', async () => {
  lab.training();
  choose('run.digitlab.json', writeRun({ run: FILE_RUN, network: FILE_NETWORK }));
  await expect.element(panel).toHaveTextContent('can be put into use when no run is under way');
  choose('mine.onnx', writeModel(toOnnx(network, new Map())));
  await expect.element(preview).toHaveTextContent('A run is under way: stop it first.');
  const use = preview.getByRole('button', { name: 'Use this network' });
  await expect.element(use).toHaveAttribute('aria-disabled', 'true');
  expect(lab.commands.openNetwork).not.toHaveBeenCalled();
});
