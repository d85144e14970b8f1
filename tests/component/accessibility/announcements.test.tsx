import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Header } from '../../../src/page/Header';
import { DataPanel } from '../../../src/panels/data/DataPanel';
import { DrawPanel } from '../../../src/panels/draw/DrawPanel';
import { PartField } from '../../../src/panels/shared/part-field';
import { eventually } from '../../fixtures/eventually';
import { type FakeLab, fakeLab } from '../../fixtures/fake-lab';
import { smallWorld } from '../../fixtures/small-world';
import { reads } from '../draw/draw-page';
import { digitStrokes, prediction } from '../draw/pad';
import { renderLab } from '../render-lab';
import { listen } from './announcements';

const world = await smallWorld();
let lab: FakeLab;
let ear: ReturnType<typeof listen>;

beforeEach(async () => {
  lab = fakeLab(world);
  lab.pretrained();
  await renderLab(
    lab,
    <main>
      <Header />
      <DataPanel />
      <DrawPanel />
      <PartField />
    </main>,
  );
  await expect.element(prediction).toBeInTheDocument();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  await passes(5_000);
  ear = listen();
});
afterEach(() => {
  ear.stop();
  vi.useRealTimers();
});

/** What has happened is shown, and so much time goes by. */
async function passes(ms: number): Promise<void> {
  await new Promise(requestAnimationFrame);
  await vi.advanceTimersByTimeAsync(ms);
  await new Promise(requestAnimationFrame);
}

/** Time goes by until something is told: how soon the page has what it waits with is up to the machine. */
async function told(): Promise<void> {
  await eventually(async () => {
    await passes(500);
    expect(ear.heard).not.toEqual([]);
  });
}

/** An epoch of so many batches. */
async function epochPasses(epoch: number, batches: number, ms: number): Promise<void> {
  const { evaluation } = world.readings.validation;
  for (let batch = 1; batch <= batches; batch++) {
    const images = 64 * (batches * (epoch - 1) + batch);
    const counted = { epoch, epochs: 40, images, done: images / 51_200, seconds: 1, imagesPerSecond: images };
    lab.emit({ type: 'progress', progress: { ...counted, secondsLeft: 1 } });
    await passes(ms / batches);
  }
  lab.emit({ type: 'validated', epoch, evaluation, weightsVersion: 100 + epoch });
}

test('a run tells its epochs and its end, not its batches', async () => {
  lab.training();
  await passes(5_000);
  expect(ear.heard.filter((text) => text.startsWith('Epoch'))).toHaveLength(1);
  await epochPasses(2, 20, 5_000);
  await passes(5_000);
  const epochs = ear.heard.filter((text) => text.startsWith('Epoch'));
  expect(epochs.map((text) => text.slice(0, 8))).toEqual(['Epoch 1 ', 'Epoch 2 ']);
  lab.trained();
  await passes(0);
  expect(ear.heard.filter((text) => text.startsWith('Training finished'))).toHaveLength(1);
});

test('epochs that follow each other faster than they can be read out are told now and then', async () => {
  lab.training();
  for (let epoch = 2; epoch <= 30; epoch++) await epochPasses(epoch, 2, 400);
  await passes(5_000);
  const epochs = ear.heard.filter((text) => text.startsWith('Epoch'));
  // Twelve seconds of them.
  expect(epochs.length).toBeLessThanOrEqual(4);
  expect(epochs.at(-1)).toMatch(/^Epoch 30 /);
});

test('an answer is told once, when the pen rests', async () => {
  for (const [digit, share] of [1, 4, 9, 7].entries()) {
    reads(lab, { [share]: 0.9 - digit / 100 });
    for (const stroke of digitStrokes(7)) lab.actions.addStroke(stroke);
    // How soon that is there is up to the machine: its time does not go by meanwhile.
    await expect.element(prediction).toHaveTextContent(new RegExp(`^${share}`));
    await passes(300);
  }
  expect(ear.heard).toEqual([]);
  await told();
  await passes(2_000);
  expect(ear.heard).toEqual([expect.stringMatching(/^7, .* %, /)]);
});

test('data that come in and images that are read tell their start, not each piece of it', async () => {
  const progress = { received: 0, total: 11e6, source: 'this page' };
  for (let part = 0; part < 20; part++) {
    const now = { ...progress, received: part * 5e5 };
    lab.emit({ type: 'dataset', dataset: { status: 'loading', id: 'mnist', progress: now, problems: [] } });
    await passes(20);
  }
  expect(ear.heard.filter((text) => text.includes('Loading MNIST'))).toHaveLength(1);
  lab.actions.read('train');
  for (let part = 0; part < 20; part++) {
    lab.emit({ type: 'reading', part: 'train', done: part / 20 });
    await passes(20);
  }
  expect(ear.heard.filter((text) => text.startsWith('Reading the images'))).toHaveLength(1);
});
