import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { changeLanguage } from '../../../src/locales/i18n';
import { wilson } from '../../../src/metrics/interval';
import { Header } from '../../../src/page/Header';
import { PageParts } from '../../../src/page/PageParts';
import { TrainingPanel } from '../../../src/panels/training/TrainingPanel';
import { fakeLab } from '../../fixtures/fake-lab';
import { smallWorld } from '../../fixtures/small-world';
import { renderLab } from '../render-lab';

const world = await smallWorld();
const status = page.getByRole('status', { name: 'Training status' });
const progress = page.getByRole('progressbar', { name: 'Training progress' });
const button = (name: string) => page.getByRole('button', { name, exact: true });
/** What can be pressed now, in the order in which it stands. */
const commands = () =>
  page
    .getByRole('group', { name: 'Run' })
    .getByRole('button', { disabled: false })
    .elements()
    .map((element) => element.textContent);

let lab: ReturnType<typeof fakeLab>;

beforeEach(async () => {
  lab = fakeLab(world);
  await page.viewport(1200, 700);
  await renderLab(
    lab,
    <PageParts>
      <Header />
      <TrainingPanel />
    </PageParts>,
  );
});

test('shows how far the run is, and at the end what the test images gave', async () => {
  lab.ready();
  await expect.element(progress).toHaveAttribute('aria-valuenow', '0');
  lab.training();
  await expect.element(progress).toHaveAttribute('aria-valuenow', '50');
  await expect.element(status).toHaveTextContent(/Epoch 1 of 2 · 512 images/);
  lab.trained();
  await expect.element(progress).toHaveAttribute('aria-valuenow', '100');
  const { accuracy, images } = world.readings.test.evaluation;
  await expect
    .element(status)
    .toHaveTextContent(`Training finished: test accuracy ${(100 * accuracy).toFixed(2)} %`);
  const ends = wilson(Math.round(accuracy * images), images);
  const percent = (share = Number.NaN) => (100 * share).toFixed(1);
  await expect
    .element(status)
    .toHaveTextContent(`, interval ${percent(ends?.low)} to ${percent(ends?.high)} %`);
});

test('has the commands of each moment of a run', async () => {
  lab.ready();
  await expect.poll(commands).toEqual(['Train', 'Step']);
  lab.training();
  await expect.poll(commands).toEqual(['Pause', 'Stop']);
  await button('Pause').click();
  expect(lab.commands.pause).toHaveBeenCalledOnce();
  lab.emit({ type: 'phase', phase: 'paused' });
  await expect.poll(commands).toEqual(['Resume', 'Step', 'Stop']);
  await expect.element(status).toHaveTextContent(/^Paused/);
  await button('Step').click();
  expect(lab.commands.step).toHaveBeenCalledOnce();
  await button('Resume').click();
  expect(lab.commands.resume).toHaveBeenCalledOnce();
  lab.emit({ type: 'phase', phase: 'running' });
  await expect.poll(commands).toEqual(['Pause', 'Stop']);
  await button('Stop').click();
  expect(lab.commands.stop).toHaveBeenCalledOnce();
  lab.emit({ type: 'phase', phase: 'stopped' });
  await expect.poll(commands).toEqual(['Train', 'Step', 'Reset weights']);
  await expect.element(status).toHaveTextContent('Stopped after 512 images');
});

test('takes one batch by Step without a run', async () => {
  lab.ready();
  await button('Step').click();
  const { settings } = lab.store.getState();
  expect(lab.commands.step).toHaveBeenCalledExactlyOnceWith(settings);
  expect(lab.commands.train).not.toHaveBeenCalled();
});

test('forgets what was learnt by Reset weights', async () => {
  lab.trained();
  await button('Reset weights').click();
  const { settings } = lab.store.getState();
  expect(lab.commands.reset).toHaveBeenCalledExactlyOnceWith(settings);
  lab.emit(
    { type: 'network', settings, trainedBatches: 0, weightsVersion: 99 },
    { type: 'phase', phase: 'idle' },
  );
  await expect.element(status).toHaveTextContent('Ready. Press Train.');
  await expect.element(progress).toHaveAttribute('aria-valuenow', '0');
  await expect.poll(commands).toEqual(['Train', 'Step']);
});

test('keeps its settings while others are chosen for the next run', async () => {
  const note = page.getByText('Changed settings apply to the next run');
  const epochs = page.getByRole('textbox', { name: 'Epochs' });
  lab.training();
  await expect.element(status).toHaveTextContent('of 2');
  await expect.element(note).not.toBeInTheDocument();
  await epochs.fill('20');
  await userEvent.keyboard('{Enter}');
  await expect.element(note).toBeVisible();
  await expect.element(status).toHaveTextContent('Epoch 1 of 2');
  lab.emit({ type: 'phase', phase: 'stopped' });
  await button('Train').click();
  const { settings } = lab.store.getState();
  expect(settings.epochs).toBe(20);
  expect(lab.commands.train).toHaveBeenCalledExactlyOnceWith(settings);
  lab.emit(
    { type: 'run-started', run: 'a', startedAt: 0, settings, batchesPerEpoch: 4 },
    { type: 'phase', phase: 'running' },
  );
  await expect.element(note).not.toBeInTheDocument();
});

test("keeps the keyboard's place on Stop", async () => {
  lab.training();
  await expect.element(button('Stop')).toHaveAttribute('aria-disabled', 'false');
  const stop = button('Stop').element() as HTMLElement;
  stop.focus();
  await userEvent.keyboard('{Enter}');
  expect(lab.commands.stop).toHaveBeenCalledOnce();
  lab.emit({ type: 'phase', phase: 'stopped' });
  await expect.element(button('Stop')).toHaveAttribute('aria-disabled', 'true');
  expect(document.activeElement).toBe(stop);
});

test('trains, and does not pause, at a double click on Train', async () => {
  lab.ready();
  lab.commands.train.mockImplementation(async () => void lab.training());
  const main = button('Train').element();
  await button('Train').click();
  await expect.element(button('Pause')).toBeVisible();
  const rest = new MouseEvent('click', { detail: 2, bubbles: true });
  // The finger was down again before the button had become another.
  Object.defineProperty(rest, 'timeStamp', { value: 0 });
  expect(button('Pause').element()).toBe(main);
  main.dispatchEvent(rest);
  expect(lab.commands.pause).not.toHaveBeenCalled();
  expect(lab.commands.train).toHaveBeenCalledOnce();
  await button('Pause').click();
  expect(lab.commands.pause).toHaveBeenCalledOnce();
});

test('has nothing to read out of a run that was reset, nor again for another language', async () => {
  const spoken = () => document.querySelector('[role=progressbar] ~ [aria-live=polite]');
  lab.trained();
  await expect.poll(() => spoken()?.textContent).toMatch(/^Training finished/);
  const before = spoken();
  await changeLanguage('uk');
  // Another region, whose first text is not news: only what changes in one is read out.
  await expect.poll(spoken).not.toBe(before);
  await changeLanguage('en');
  lab.emit({ type: 'phase', phase: 'idle' });
  lab.ready();
  await expect.poll(() => spoken()?.textContent).not.toMatch(/finished/);
});

test('says the values of sliders in the language of the page', async () => {
  lab.ready();
  const value = () =>
    document
      .querySelector('input[type=range][aria-label="Скорость обучения"]')
      ?.getAttribute('aria-valuetext');
  lab.actions.change({ learningRate: 0.005 });
  await changeLanguage('ru');
  await expect.poll(value).toBe('0,005');
  await changeLanguage('en');
});
