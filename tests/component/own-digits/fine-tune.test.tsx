import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { OwnDigits } from '../../../src/panels/own-digits/OwnDigits';
import type { FineTuned } from '../../../src/protocol/fine-tune';
import { ownImages } from '../../../src/state/own-digits/own-digits';
import { fakeLab } from '../../fixtures/fake-lab';
import { network } from '../../fixtures/networks';
import { ownDigits } from '../../fixtures/own-digits';
import { smallWorld } from '../../fixtures/small-world';
import { button } from '../draw/pad';
import { renderLab } from '../render-lab';

const world = await smallWorld();
const panel = page.getByRole('region', { name: 'Your own digits' });
const tune = panel.getByRole('region', { name: 'Fine-tune on your digits' });
const tuned: FineTuned = {
  decision: 'open',
  learnt: { images: 5, before: 3, after: 5 },
  heldOut: { images: 2, before: 1, after: 2 },
  validation: { images: 40, before: 38, after: 38 },
};
const OF_LETTERS = { ...world.settings, network: [...network('c4k5-p2-c6k3-p2-d26')] };

let lab: ReturnType<typeof fakeLab>;

async function open(count: number) {
  const kept = {
    all: async () => ownDigits(count),
    put: async () => undefined,
    relabel: async () => undefined,
    remove: async () => undefined,
    removeAll: async () => undefined,
    onChange: () => undefined,
    onNewer: () => undefined,
  };
  lab = fakeLab(world, { digitStore: Promise.resolve(kept) });
  await renderLab(lab, <OwnDigits />);
}

/** The fine-tuning that was asked for comes to its end. */
const end = () => lab.emit({ type: 'fine-tuned', tuned, weightsVersion: 99 });

beforeEach(() => open(7));

test('learns from two thirds, compares on the others, and lets the weights be kept', async () => {
  lab.trained();
  await expect.element(tune).toHaveTextContent('Learns from 5 of your digits');
  await button('Fine-tune').click();
  const of = (wanted: (i: number) => boolean) => ownImages(ownDigits(7).filter((_, i) => wanted(i)));
  expect(lab.commands.fineTune).toHaveBeenCalledExactlyOnceWith(
    of((i) => i % 3 !== 2),
    of((i) => i % 3 === 2),
  );
  end();
  await expect.element(tune).toHaveTextContent('the new weights are in use until you decide');
  await expect.element(tune).toHaveTextContent('It reads more of the digits that were held out');
  await expect.element(tune.getByRole('row', { name: /held out \(2\)/ })).toBeVisible();
  await button('Keep').click();
  expect(lab.commands.keepFineTuned).toHaveBeenCalledOnce();
  lab.emit({ type: 'fine-tuned', tuned: { ...tuned, decision: 'kept' }, weightsVersion: 99 });
  await expect.element(tune).toHaveTextContent('Kept.');
  await expect.element(panel.getByRole('row', { name: /has not learnt from/ })).toHaveTextContent('of 2');
  await expect.element(panel.getByRole('row', { name: /has learnt from/ })).toHaveTextContent('of 5');
});

test('takes the weights back', async () => {
  lab.trained();
  await button('Fine-tune').click();
  end();
  await button('Take back').click();
  expect(lab.commands.takeBackFineTuned).toHaveBeenCalledOnce();
  await expect.element(button('Keep')).toHaveFocus();
  lab.emit({ type: 'fine-tuned', tuned: { ...tuned, decision: 'taken-back' }, weightsVersion: 100 });
  await expect.element(tune).toHaveTextContent('exactly those of before');
  await expect.element(panel.getByRole('row', { name: /^Your hand/ })).toHaveTextContent('of 7');
  await expect.element(button('Fine-tune')).toHaveAttribute('aria-disabled', 'false');
  await expect.element(button('Fine-tune')).toHaveFocus();
});

test('shows how far it is, and can be cancelled', async () => {
  lab.trained();
  await button('Fine-tune').click();
  lab.emit({ type: 'fine-tuning', done: 0.25 });
  await expect.element(tune.getByRole('progressbar', { name: 'Fine-tuning' })).toHaveValue(0.25);
  await expect.element(button('Fine-tune')).toHaveAttribute('aria-disabled', 'true');
  await button('Cancel').click();
  expect(lab.commands.cancelFineTuning).toHaveBeenCalledOnce();
  lab.emit({ type: 'fine-tuning', done: undefined });
  await expect.element(button('Cancel')).not.toBeInTheDocument();
  await expect.element(button('Fine-tune')).toHaveFocus();
  await expect.element(button('Fine-tune')).toHaveAttribute('aria-disabled', 'false');
});

test('neither reads nor tunes by digits with a network of letters', async () => {
  lab.trained();
  await expect.element(panel.getByRole('row', { name: /^Your hand/ })).toBeVisible();
  lab.emit({ type: 'network', settings: OF_LETTERS, trainedBatches: 8, weightsVersion: 99 });
  await expect.element(panel).toHaveTextContent('The network in use reads other classes than the digits');
  await expect.element(panel).not.toHaveTextContent('read as');
  await expect.element(panel.getByRole('row', { name: /^Your hand/ })).not.toBeInTheDocument();
  await expect.element(button('Fine-tune')).toHaveAttribute('aria-disabled', 'true');
  await expect.element(button('Fine-tune')).toHaveAccessibleDescription(/has learnt other classes/);
});

test('says why it can not begin', async () => {
  lab.ready();
  await expect.element(tune).toHaveTextContent('The network is not trained');
  lab.training();
  await expect.element(tune).toHaveTextContent('Not while a run is under way.');
  await open(2);
  lab.trained();
  await expect.element(tune.nth(1)).toHaveTextContent('It takes at least 3 digits.');
});
