import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { OwnDigit } from '../../../src/model/own-digit';
import { OwnDigits } from '../../../src/panels/own-digits/OwnDigits';
import { openOwnDigitStore } from '../../../src/storage/own-digit-store';
import { fakeLab } from '../../fixtures/fake-lab';
import { ownDigit, ownDigits } from '../../fixtures/own-digits';
import { smallWorld } from '../../fixtures/small-world';
import { findings } from '../accessibility/findings';
import { smallTargets } from '../accessibility/targets';
import { choose } from '../choose';
import { button } from '../draw/pad';
import { renderLab } from '../render-lab';

const world = await smallWorld();
const panel = page.getByRole('region', { name: 'Your own digits' });
const list = panel.getByRole('listbox', { name: /^Your own digits/ });
const collected = panel.getByRole('option');
const label = (digit: number) =>
  panel.getByRole('group', { name: 'Label' }).getByRole('radio', { name: `${digit}` });
const undo = button('Undo');

let store: Awaited<ReturnType<typeof openOwnDigitStore>>;

/** A page that finds these digits, the last one first: 2, 1, 0. */
async function open(digits: readonly OwnDigit[]) {
  store = await openOwnDigitStore();
  await store.put(digits);
  const lab = fakeLab(world, { digitStore: Promise.resolve(store) });
  lab.trained();
  await renderLab(lab, <OwnDigits />);
  await expect.element(collected.nth(digits.length - 1)).toBeInTheDocument();
}

const keptLabels = async () => {
  const kept = await store.all();
  return Object.fromEntries(
    ownDigits(3).map(({ id }, i) => [i, kept.find((digit) => digit.id === id)?.label]),
  );
};
/** Which of the digits is at the top, by what is in sight. */
const shown = () => collected.elements().map((element) => element.textContent?.slice(0, 1));

beforeEach(() => page.viewport(390, 900));
afterEach(async () => {
  await store.remove(ownDigits(3).map(({ id }) => id));
  store.close();
});

test('a digit that is chosen gets another label and is removed, shuts nobody out, and both can be undone', async () => {
  await open(ownDigits(3));
  await expect.element(undo).toHaveAttribute('aria-disabled', 'true');
  await collected.nth(1).click();
  await choose(label(7));
  await expect.element(label(7)).toBeChecked();
  await expect.element(panel).toHaveTextContent('Labelled 7 now, and no longer 1.');
  await expect.poll(keptLabels).toEqual({ 0: 0, 1: 7, 2: 2 });
  expect([...(await findings()), ...smallTargets()]).toEqual([]);
  await button('Remove').click();
  await expect.element(panel).toHaveTextContent('Removed: a 7.');
  expect(shown()).toEqual(['2', '0']);
  // The one that took its place can be next.
  await expect.element(collected.nth(1)).toHaveAttribute('aria-selected', 'true');
  await expect.element(button('Remove')).toHaveFocus();
  await undo.click();
  await expect.poll(shown).toEqual(['2', '7', '0']);
  await expect.element(collected.nth(1)).toHaveAttribute('aria-selected', 'true');
  await expect.element(undo).toHaveFocus();
  await expect.poll(keptLabels).toEqual({ 0: 0, 1: 7, 2: 2 });
});

test('keys in the list do the same, and the focus stays there as long as there is a list', async () => {
  await open(ownDigits(2));
  list.element().focus();
  await userEvent.keyboard('{ArrowRight}8');
  await expect.element(collected.nth(1)).toHaveTextContent(/^8/);
  await expect.poll(keptLabels).toEqual({ 0: 8, 1: 1, 2: undefined });
  await userEvent.keyboard('{Delete}');
  await expect.poll(shown).toEqual(['1']);
  await expect.element(list).toHaveFocus();
  await userEvent.keyboard('{Delete}');
  await expect.element(panel).toHaveTextContent('Nothing here yet');
  expect(await store.all()).toEqual([]);
  await expect.element(undo).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(collected).toHaveTextContent(/^1/);
  await expect.poll(() => store.all()).toEqual([ownDigit(1)]);
});
