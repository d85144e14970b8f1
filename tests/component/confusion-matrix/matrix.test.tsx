import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { characterNames } from '../../../src/model/class-names';
import { ConfusionMatrix } from '../../../src/panels/confusion-matrix/ConfusionMatrix';
import { Misclassified } from '../../../src/panels/misclassified/Misclassified';
import { FASHION } from '../../fixtures/class-names';
import { fakeLab } from '../../fixtures/fake-lab';
import { smallWorld } from '../../fixtures/small-world';
import { focus, textsOf } from '../choose';
import { renderLab } from '../render-lab';

const world = await smallWorld();
const { confusion } = world.readings.test.evaluation;
const matrix = page.getByRole('region', { name: 'Confusion matrix' });
const gallery = page.getByRole('region', { name: 'Misclassified digits' });
const images = gallery.getByRole('listbox', { name: 'Misclassified digits' }).getByRole('option');
const cell = (truth: number, predicted: number) =>
  matrix.getByRole('button', { name: new RegExp(`^true ${truth}, predicted ${predicted}: `) });

beforeEach(() => page.viewport(1000, 900));

test('says that the first epoch is under way instead of what to press', async () => {
  const lab = fakeLab(world);
  lab.ready();
  await renderLab(
    lab,
    <>
      <ConfusionMatrix />
      <Misclassified />
    </>,
  );
  for (const panel of [matrix, gallery]) await expect.element(panel).toHaveTextContent('Press Train');
  lab.emit(
    { type: 'run-started', run: 'a', startedAt: 0, settings: world.settings, batchesPerEpoch: 4 },
    { type: 'phase', phase: 'running' },
  );
  for (const panel of [matrix, gallery]) {
    await expect.element(panel).toHaveTextContent('The first epoch is under way');
    await expect.element(panel).not.toHaveTextContent('Press Train');
  }
});

test('has the counts of the part as a table too', async () => {
  const lab = fakeLab(world);
  lab.trained();
  await renderLab(lab, <ConfusionMatrix />);
  await matrix.getByText('As a table').click();
  await expect.element(cell(3, 3)).toBeVisible();
  const counts = matrix
    .getByRole('grid')
    .getByRole('button')
    .elements()
    .map((button) => Number(/: (\d+) image/.exec(button.getAttribute('aria-label') ?? '')?.[1]));
  expect(counts).toEqual([...confusion]);
});

test('walks the matrix by the keyboard, and a cell leads to its images', async () => {
  const lab = fakeLab(world);
  lab.trained();
  await renderLab(
    lab,
    <>
      <ConfusionMatrix />
      <Misclassified />
    </>,
  );
  await matrix.getByText('As a table').click();
  focus(cell(0, 0));
  await userEvent.keyboard('{ArrowDown}{ArrowRight}{ArrowRight}');
  await expect.element(cell(1, 2)).toHaveFocus();
  await userEvent.keyboard('{ArrowLeft>9/}{ArrowUp}{ArrowUp}');
  await expect.element(cell(0, 0)).toHaveFocus();

  const at = confusion.findIndex((count, i) => count > 0 && i % 11 !== 0);
  const [truth, predicted] = [Math.floor(at / 10), at % 10];
  await userEvent.keyboard(`${'{ArrowDown}'.repeat(truth)}${'{ArrowRight}'.repeat(predicted)}{Enter}`);
  expect(lab.store.getState().selection.cell).toEqual({ truth, predicted });
  await expect.element(gallery.getByRole('combobox', { name: 'True digit' })).toHaveValue(String(truth));
  await expect.element(images).toHaveLength(confusion[at] as number);
  await expect
    .poll(() => textsOf(images).every((text) => text.startsWith(`${truth} read as ${predicted}`)))
    .toBe(true);
});

test('calls the classes by their names', async () => {
  const lab = fakeLab({
    ...world,
    data: { ...world.data, dataset: { ...world.data.dataset, classNames: FASHION } },
  });
  lab.trained();
  await renderLab(lab, <ConfusionMatrix />);
  await matrix.getByText('As a table').click();
  await expect
    .element(matrix.getByRole('button', { name: /^true Trouser, predicted Trouser: / }))
    .toBeVisible();
});

test('says that a network can read none of the images of data that have other classes', async () => {
  const lab = fakeLab(world);
  lab.trained();
  await renderLab(lab, <ConfusionMatrix />);
  await expect.element(matrix).not.toHaveTextContent('classes apart');
  const letters = characterNames(26) ?? [];
  lab.emit({
    type: 'dataset',
    dataset: {
      ...{ status: 'ready', id: 'files', origin: 'letters.npz', official: false, classNames: letters },
      ...{ train: 100, validation: 10, test: 20, problems: [] },
    },
  });
  await expect.element(matrix).toHaveTextContent('The network tells 10 classes apart and the data have 26');
  await expect.element(matrix.getByRole('button', { name: 'Read them' })).not.toBeInTheDocument();
});

test('keeps the names of the rows in sight where a large matrix is scrolled on a narrow page', async () => {
  await page.viewport(390, 900);
  const lab = fakeLab(world);
  lab.ready();
  const { dataset } = lab.store.getState();
  if (dataset.status !== 'ready') throw new Error('there are no data');
  const classNames = characterNames(62) ?? [];
  lab.emit({ type: 'dataset', dataset: { ...dataset, official: false, classNames } });
  await renderLab(lab, <ConfusionMatrix />);
  const box = matrix.getByRole('region', { name: 'True classes against predicted classes' }).element();
  const left = (of: Element) => of.getBoundingClientRect().left;
  // They come with the chart.
  const names = () => [...box.querySelectorAll('span')].filter(({ textContent }) => textContent === 'Q');
  await expect.poll(() => names().length).toBe(2);
  box.scrollLeft = 1000;
  await expect.poll(() => box.scrollLeft).toBeGreaterThan(200);
  await expect.poll(() => names().some((name) => Math.abs(left(name) - left(box)) < 1)).toBe(true);
});
