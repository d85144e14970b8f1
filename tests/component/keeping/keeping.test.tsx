import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup } from 'vitest-browser-react';
import { initialWeights } from '../../../src/model/initial-weights';
import { planOf } from '../../../src/model/shapes';
import { InterruptedBar } from '../../../src/page/InterruptedBar';
import { KeepingMessages } from '../../../src/page/KeepingMessages';
import { Library } from '../../../src/panels/library/Library';
import type { RunCheckpoint } from '../../../src/protocol/checkpoint';
import { openKeepStore } from '../../../src/storage/keep-store';
import { fakeLab } from '../../fixtures/fake-lab';
import { smallWorld } from '../../fixtures/small-world';
import { renderLab } from '../render-lab';

const world = await smallWorld();
const panel = page.getByRole('region', { name: 'Library' });
const bar = page.getByRole('region', { name: 'Interrupted run' });
const networks = panel.getByRole('listitem');
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });

let store: Awaited<ReturnType<typeof openKeepStore>>;
let lab: ReturnType<typeof fakeLab>;

/** As a page that is opened: what the browser keeps is there. */
async function open(keepStore: Promise<typeof store> = openKeepStore()) {
  await cleanup();
  lab = fakeLab(world, { keepStore });
  await renderLab(
    lab,
    <main tabIndex={-1}>
      <KeepingMessages />
      <InterruptedBar />
      <Library />
    </main>,
  );
  store = await keepStore.catch(() => store);
}

function checkpoint(trainedBatches: number, finishedEpochs = 0): RunCheckpoint {
  const { settings } = world;
  const weights = initialWeights(planOf(settings.network), settings);
  return {
    ...{ run: 'a', settings, finishedEpochs, trainedBatches },
    toCome: [],
    live: { learningRate: settings.learningRate, momentum: settings.momentum, dropout: settings.dropout },
    step: { optimizer: settings.optimizer, weights, vectors: [], steps: trainedBatches },
    kept: { epoch: finishedEpochs, checkpoint: { weights, trainedBatches }, readings: undefined },
    ...{ best: undefined, work: { images: 10, evaluated: 0, seconds: 4 } },
  };
}

/** A run has come to its end, and told where it stood. */
function train() {
  lab.training();
  lab.emit({ type: 'checkpointed', checkpoint: checkpoint(2, 1) });
  lab.emit({ type: 'phase', phase: 'stopped' });
}

async function forgetAll() {
  for (const kind of ['run', 'network', 'record', 'in-use']) {
    await store.remove(
      kind,
      (await store.list(kind)).map(({ id }) => id),
    );
  }
}

beforeEach(async () => {
  store = await openKeepStore();
  await forgetAll();
  await open();
});
afterEach(async () => {
  await forgetAll();
  store.close();
});

test('says what will be here before there is a network', async () => {
  lab.ready();
  await expect.element(panel).toHaveTextContent('No network is kept yet');
  await expect.element(button('Keep the network in use')).toHaveAttribute('aria-disabled', 'true');
});

test('keeps what a run has left, takes a name and a note, and deletes and brings back', async () => {
  train();
  await expect.element(networks).toHaveTextContent(/of the validation images \(/);
  await expect.element(button(/^Load /)).toHaveTextContent('In use');
  const name = panel.getByRole('textbox', { name: /^Name of / });
  await name.fill('First of mine');
  await userEvent.keyboard('{Enter}');
  await expect.element(button('Pin First of mine')).toHaveAttribute('aria-pressed', 'true');
  await panel.getByRole('textbox', { name: 'Note on First of mine' }).fill('small');
  await userEvent.keyboard('{Enter}');
  await button('Duplicate First of mine').click();
  await expect.element(button('Load First of mine (copy)')).toBeVisible();
  await button('Delete First of mine').click();
  await expect.element(panel).toHaveTextContent('“First of mine” was deleted.');
  expect(document.activeElement).not.toBe(document.body);
  // It is in use, and kept no more.
  await expect.element(button('Keep the network in use')).toBeEnabled();
  await button('Bring it back').click();
  await expect.element(button('Load First of mine')).toBeVisible();
  await expect.element(button('The network in use is kept')).toHaveAttribute('aria-disabled', 'true');
  await button('Load First of mine (copy)').click();
  await vi.waitFor(() => expect(lab.commands.openNetwork).toHaveBeenCalledTimes(1));
});

test('is there in the next visit', async () => {
  train();
  await expect.element(networks).toHaveTextContent(/of the validation images/);
  await open();
  await expect.element(networks).toHaveTextContent(/of the validation images/);
  await vi.waitFor(() => expect(lab.commands.openNetwork).toHaveBeenCalledTimes(1));
});

test('offers a run that was interrupted, and goes on with it or discards it', async () => {
  lab.training();
  lab.emit({ type: 'checkpointed', checkpoint: checkpoint(1) });
  await vi.waitFor(async () => expect(await store.list('run')).toHaveLength(1));
  // This tab is at work on it no more: the engine takes up again by itself what was not paused.
  lab.emit({ type: 'phase', phase: 'paused' });
  lab.die('the tab is gone');
  await open();
  lab.ready();
  await expect.element(bar).toHaveTextContent(/A run of .* was interrupted\. Continue it from epoch 1/);
  // While the engine is asked, there is nothing to decide; one that refuses leaves it to a person.
  let refuse = (_: Error) => {};
  lab.commands.continueRun.mockReturnValueOnce(
    new Promise<void>((_, reject) => {
      refuse = reject;
    }),
  );
  // Another tab may have been quicker.
  let letGo = () => {};
  const held = navigator.locks.request('digit-lab-run-a', () => new Promise<void>((done) => (letGo = done)));
  await button('Continue from epoch 1, batch 2').click();
  await expect.element(bar).toHaveTextContent('Another tab is training it');
  expect(lab.commands.continueRun).not.toHaveBeenCalled();
  letGo();
  await held;
  await button('Continue from epoch 1, batch 2').click();
  await vi.waitFor(() => expect(lab.commands.continueRun).toHaveBeenCalledTimes(1));
  await expect.element(button('Discard it')).toBeDisabled();
  refuse(new Error('no such run'));
  await expect.element(button('Discard it')).toBeEnabled();
  await button('Discard it').click();
  await expect.element(bar).not.toBeInTheDocument();
});

test('says once that this browser keeps nothing', async () => {
  await open(Promise.reject(new DOMException('The operation is insecure.', 'SecurityError')));
  const message = page.getByRole('status').filter({ hasText: 'keeps nothing here' });
  await expect.element(message).toBeVisible();
  await expect.element(panel).toHaveTextContent('keeps nothing here');
  await message.getByRole('button', { name: 'Dismiss' }).click();
  await expect.element(message).not.toBeInTheDocument();
});

test('says so where there is no space, and offers a download', async () => {
  vi.spyOn(store, 'put').mockRejectedValue(new DOMException('full', 'QuotaExceededError'));
  await open(Promise.resolve(store));
  train();
  const alert = page.getByRole('alert');
  await expect.element(alert).toHaveTextContent('There is no space left.');
  await alert.getByRole('button', { name: 'Download it instead' }).click();
  await alert.getByRole('button', { name: 'Dismiss' }).click();
  await expect.element(alert).not.toBeInTheDocument();
  vi.restoreAllMocks();
});

test('says in Safari that what is kept goes after a week without a visit', async () => {
  await open();
  lab.store.setState({ space: { used: 1e6, all: 1e9, lasts: 'while-room' } });
  await expect.element(panel).toHaveTextContent('The browser may clear them when its disk is full.');
  lab.store.setState({ space: { used: 1e6, all: 1e9, lasts: 'week' } });
  await expect
    .element(panel)
    .toHaveTextContent('Safari clears them when this page has not been used for seven days');
});
