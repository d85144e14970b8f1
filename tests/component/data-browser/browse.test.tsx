import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { DataBrowser } from '../../../src/panels/data-browser/DataBrowser';
import { type FakeLab, fakeLab } from '../../fixtures/fake-lab';
import { smallWorld } from '../../fixtures/small-world';
import { choose, focus } from '../choose';
import { renderLab } from '../render-lab';

// 480 images, of which each class has 48: 40 validate.
const world = await smallWorld();
const panel = page.getByRole('region', { name: 'Data browser' });
const wall = panel.getByRole('listbox', { name: 'Images' });
const part = (name: string) => panel.getByRole('radio', { name, exact: true });
const index = panel.getByLabelText('Go to index');

beforeEach(() => page.viewport(1000, 900));

async function open(): Promise<FakeLab> {
  const lab = fakeLab(world);
  await renderLab(lab, <DataBrowser />);
  lab.ready();
  await expect.element(wall).toBeVisible();
  return lab;
}

/** What stands under the images of the wall that are in the page: class and index. */
const shown = () =>
  wall
    .getByRole('option')
    .elements()
    .map((option) => {
      const [name = '', place = ''] = (option.textContent ?? '').split(', ');
      return { name, index: Number(place) };
    });
const classesShown = () => [...new Set(shown().map(({ name }) => name))].sort();

async function goTo(position: number): Promise<void> {
  await index.fill(String(position));
  await userEvent.keyboard('{Enter}');
}

/** The images at the end of the wall, once they are there. */
async function lastShown() {
  focus(wall);
  await userEvent.keyboard('{End}');
  await expect.poll(() => shown().at(-1)?.name).toMatch(/^\d$/);
  return shown().at(-1) as { name: string; index: number };
}

test('shows counts, mean images and grey levels before any training', async () => {
  await open();
  await expect.element(panel).toHaveTextContent('440 images');
  const cards = panel.getByRole('group', { name: 'Classes' }).getByRole('button');
  await expect.element(cards).toHaveLength(10);
  const counts = cards
    .elements()
    .map((card) => Number(/: (\d+) images/.exec(card.getAttribute('aria-label') ?? '')?.[1]));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(440);

  await choose(part('Test'));
  await expect.element(panel.getByRole('button', { name: '7: 12 images, 10.0 %' })).toBeVisible();
  const greys = panel.getByRole('img', { name: /^Pixel histogram/ });
  await expect.poll(() => greys.element().querySelector('svg.main-svg')).not.toBeNull();
  await expect
    .element(greys)
    .toHaveAccessibleDescription(/% are empty; mean 0\.\d+, standard deviation 0\.\d+/);
});

test('shows the images of the class that is chosen, and its mean', async () => {
  const lab = await open();
  await expect.poll(classesShown).toEqual([...'0123456789']);
  await panel.getByRole('button', { name: /^7: / }).click();
  await expect.poll(classesShown).toEqual(['7']);
  await expect.element(panel.getByRole('img', { name: 'Mean image. Class 7' })).toBeVisible();
  await expect.element(panel.getByRole('combobox', { name: 'Class' })).toHaveValue('7');
  expect(lab.store.getState().selection.digit).toBe(7);
  await panel.getByRole('button', { name: 'All classes' }).click();
  await expect.element(panel.getByRole('img', { name: 'Mean image. All classes' })).toBeVisible();
  await expect.poll(classesShown).toEqual([...'0123456789']);
});

test('goes to an image by its index, also where it is of another class and part', async () => {
  const lab = await open();
  await choose(part('Validation'));
  await expect.element(panel).toHaveTextContent('40 images');
  const last = await lastShown();
  const other = (Number(last.name) + 1) % 10;

  await choose(part('Training'));
  await panel.getByRole('combobox', { name: 'Class' }).selectOptions(String(other));
  await goTo(last.index);
  await expect.element(part('Validation')).toBeChecked();
  await expect.element(panel.getByRole('combobox', { name: 'Class' })).toHaveValue('');
  const selected = wall.getByRole('option', { selected: true });
  await expect.element(selected).toHaveTextContent(`${last.name}, ${last.index}`);
  await expect
    .element(panel.getByRole('region', { name: 'Selected image' }))
    .toHaveTextContent(`Image ${last.index} of the training file: ${last.name}`);
  expect(lab.store.getState().selection.image).toEqual({ set: 'train', position: last.index });
});

test('scrolls the wall to the image that is gone to, and nothing else', async () => {
  await open();
  const last = await lastShown();
  const options = wall.getByRole('option');
  await expect.element(options.last()).toHaveAttribute('aria-posinset', '440');
  await userEvent.keyboard('{Home}');
  await expect.element(options.first()).toHaveAttribute('aria-posinset', '1');
  await goTo(last.index);
  const selected = wall.getByRole('option', { selected: true });
  await expect.element(selected).toHaveTextContent(String(last.index));
  const isWithin = () => {
    const [outer, inner] = [wall, selected].map((part) => part.element().getBoundingClientRect());
    return inner && outer && inner.top >= outer.top - 1 && inner.bottom <= outer.bottom + 1;
  };
  await expect.poll(isWithin).toBe(true);
  // The page ends where its content does, and not where the wall would if it were all laid out.
  const content = panel.element().getBoundingClientRect().bottom + window.scrollY;
  expect(document.documentElement.scrollHeight).toBeLessThan(Math.max(content, window.innerHeight) + 200);
});

test('has only what is in sight in the page', async () => {
  await open();
  await lastShown();
  expect(shown().length).toBeLessThan(300);
});
