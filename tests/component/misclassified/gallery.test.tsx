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

/** The pictures of the first row, one string a picture, from left to right: each 28 pixels wide, with gaps between. */
function picturesOfFirstRow(): string[] {
  const canvas = list.element().querySelector('canvas') as HTMLCanvasElement;
  const { width, height } = canvas;
  const context = canvas.getContext('2d') as CanvasRenderingContext2D;
  const isDrawn = context.getImageData(0, 0, width, 1).data.filter((_, i) => i % 4 === 3);
  const starts = [...isDrawn].flatMap((alpha, x) => (alpha > 0 && !isDrawn[x - 1] ? [x] : []));
  return starts.map((x) => context.getImageData(x, 0, 28, height).data.join());
}

test('shows the images that are still read wrong after an epoch on the canvases that are there', async () => {
  const lab = fakeLab(world);
  lab.trained();
  const wrong = allWrong(world.readings.test);
  lab.emit({ type: 'read', readings: wrong });
  await renderLab(lab, <Misclassified />);
  await expect.poll(() => picturesOfFirstRow().length).toBeGreaterThan(5);
  const canvases = [...list.element().querySelectorAll('canvas')];
  const [, second, third] = picturesOfFirstRow();
  expect(second).not.toBe(third);

  // The first one has learnt its digit.
  const surest = wrong.truth.map((digit, i) => (i === firstOf(wrong) ? digit : (digit + 1) % 10));
  lab.emit({ type: 'read', readings: { ...wrong, predicted: surest } });
  await expect.element(gallery).toHaveTextContent('399 of 400 images');
  await expect.poll(() => picturesOfFirstRow().slice(0, 2)).toEqual([second, third]);
  expect([...list.element().querySelectorAll('canvas')]).toEqual(canvases);
});

test('has a canvas for a row, and uses those that are there when it is scrolled', async () => {
  const lab = fakeLab(world);
  lab.trained();
  lab.emit({ type: 'read', readings: allWrong(world.readings.test) });
  await renderLab(lab, <Misclassified />);
  await expect.poll(() => picturesOfFirstRow().length).toBeGreaterThan(5);
  const rowsOf = () => new Set(images.elements().map((image) => image.getBoundingClientRect().top)).size;
  const before = [...list.element().querySelectorAll('canvas')];
  expect(before.length).toBe(rowsOf());
  const shown = picturesOfFirstRow();
  list.element().scrollTop = list.element().scrollHeight / 2;
  await expect
    .poll(() => Number(images.first().element().getAttribute('aria-posinset')))
    .toBeGreaterThan(100);
  const kept = [...list.element().querySelectorAll('canvas')].filter((canvas) => before.includes(canvas));
  // One or two rows more are in sight within the list than at its top.
  expect(kept.length).toBeGreaterThanOrEqual(before.length - 2);
  await expect.poll(picturesOfFirstRow).not.toEqual(shown);
  // In the order in which they are read out.
  const places = images.elements().map((image) => Number(image.getAttribute('aria-posinset')));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
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
  await expect.element(images.first()).toBeVisible();
  const place = images.first().element().getBoundingClientRect();
  await images.first().click();
  await expect.element(why).toBeEnabled();
  expect(images.first().element().getBoundingClientRect()).toEqual(place);
  await why.click();
  expect(lab.store.getState().panel).toBe('why');
});
