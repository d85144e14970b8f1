import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Misclassified } from '../../../src/panels/misclassified/Misclassified';
import { errorsIn } from '../../../src/panels/shared/errors-in';
import type { Readings } from '../../../src/protocol/data/images';
import { fakeLab } from '../../fixtures/fake-lab';
import { smallWorld } from '../../fixtures/small-world';
import { focus } from '../choose';
import { renderLab } from '../render-lab';

const world = await smallWorld({ training: 120, test: 400 });
const gallery = page.getByRole('region', { name: 'Misclassified digits' });
const list = gallery.getByRole('listbox', { name: 'Misclassified digits' });
const images = list.getByRole('option');

/** Every image is taken for the next digit. */
function allWrong(read: Readings): Readings {
  return { ...read, predicted: read.truth.map((digit) => (digit + 1) % 10) };
}

/** The image that is read wrong most surely. */
const firstOf = (read: Readings): number => errorsIn(read, undefined)[0] as number;

beforeEach(() => page.viewport(1000, 900));

test('walks the gallery by the keyboard, with only what is in sight in the page', async () => {
  const lab = fakeLab(world);
  lab.trained();
  lab.emit({ type: 'read', readings: allWrong(world.readings.test) });
  await renderLab(lab, <Misclassified />);
  await expect.element(gallery).toHaveTextContent('400 of 400 images');
  focus(list);
  await userEvent.keyboard('{End}');
  const last = images.last();
  await expect.element(last).toHaveAttribute('aria-posinset', '400');
  await userEvent.keyboard('{Enter}');
  await expect.element(last).toHaveAttribute('aria-selected', 'true');
  await expect.element(last).toBeInViewport();
  expect(images.elements().length).toBeLessThan(200);
});

test('moves the images that are still read wrong after an epoch, and draws none of them again', async () => {
  const lab = fakeLab(world);
  lab.trained();
  const wrong = allWrong(world.readings.test);
  lab.emit({ type: 'read', readings: wrong });
  await renderLab(lab, <Misclassified />);
  await expect.poll(() => images.first().element().querySelector('canvas')).not.toBeNull();
  const [first, second] = images.elements().map((item) => item.querySelector('canvas'));

  // The first one has learnt its digit.
  const surest = wrong.truth.map((digit, i) => (i === firstOf(wrong) ? digit : (digit + 1) % 10));
  lab.emit({ type: 'read', readings: { ...wrong, predicted: surest } });
  await expect.element(gallery).toHaveTextContent('399 of 400 images');
  const now = images.elements().map((item) => item.querySelector('canvas'));
  expect(now).not.toContain(first);
  expect(now).toContain(second);
});

test('filters by true and predicted digit, and shows all errors again', async () => {
  const lab = fakeLab(world);
  lab.trained();
  lab.emit({ type: 'read', readings: allWrong(world.readings.test) });
  lab.actions.select({ cell: { truth: 1, predicted: 2 } });
  await renderLab(lab, <Misclassified />);
  await expect.element(gallery).toHaveTextContent('40 of 400 images');
  await expect.element(images.first()).toHaveTextContent('1 read as 2');
  await gallery.getByRole('combobox', { name: 'True digit' }).selectOptions('4');
  await expect.element(gallery).toHaveTextContent('None of these images was misread.');
  await gallery.getByRole('button', { name: 'Show all errors' }).click();
  await expect.element(gallery).toHaveTextContent('400 of 400 images');
  expect(lab.store.getState().selection.cell).toBeUndefined();
});

test('what to do next with an image keeps its place, so that the images do not move', async () => {
  const lab = fakeLab(world);
  lab.trained();
  lab.emit({ type: 'read', readings: allWrong(world.readings.test) });
  await renderLab(lab, <Misclassified />);
  const why = gallery
    .getByRole('group', { name: 'More about this image' })
    .getByRole('button', { name: 'Why' });
  await expect.element(why).toBeDisabled();
  const place = images.first().element().getBoundingClientRect();
  await images.first().click();
  await expect.element(why).toBeEnabled();
  expect(images.first().element().getBoundingClientRect()).toEqual(place);
  await why.click();
  expect(lab.store.getState().panel).toBe('why');
});
