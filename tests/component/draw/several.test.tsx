import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { normalize } from '../../../src/ink/normalize';
import type { Stroke } from '../../../src/ink/stroke';
import { withClasses } from '../../../src/model/network';
import { DIGIT_STROKES } from '../../fixtures/digit-strokes';
import { fakeLab } from '../../fixtures/fake-lab';
import { smallWorld } from '../../fixtures/small-world';
import { networkTold } from '../../unit/state/told';
import { answerOf, draw, renderDrawing } from './draw-page';
import { button, prediction, topThree } from './pad';
import { GAP, numberPicture, paste } from './pictures';

const world = await smallWorld();
const said = page.getByText('3 digits, read one by one from left to right.');
const leftOut = page.getByText('This is not all of the picture');
const digits = page.getByRole('list', { name: 'Digits from left to right' });
const question = page.getByRole('group', { name: 'Was that right?' });
let lab: ReturnType<typeof fakeLab>;

const digitAt = (digit: number, left: number, width = 60): Stroke[] =>
  (DIGIT_STROKES[digit] ?? []).map((points) => ({
    width: width / 5,
    points: points.map(([x, y]) => ({ x: left + width * x, y: 90 + 1.5 * width * y })),
  }));
/** So many ones. */
const addOnes = (count: number) => {
  for (let i = 0; i < count; i++)
    for (const stroke of digitAt(1, 5 + 22 * i, 14)) lab.actions.addStroke(stroke);
};
const addNumber = () => {
  for (const [i, digit] of [4, 0, 7].entries())
    for (const stroke of digitAt(digit, 20 + 90 * i)) lab.actions.addStroke(stroke);
};

const imageOf = (strokes: readonly Stroke[]) => normalize({ strokes })?.image ?? new Float32Array(784);
const known = DIGIT_STROKES.map((_, digit) => imageOf(digitAt(digit, 100)));

/** Share of the ink that two images have in common. */
function likeness(a: Float32Array, b: Float32Array): number {
  const sum = (image: Float32Array) => image.reduce((total, value) => total + value, 0);
  return (2 * sum(a.map((value, i) => Math.min(value, b[i] ?? 0)))) / (sum(a) + sum(b));
}

/** To this network each digit is the one that it is most like. */
const nearestTo = (image: Float32Array) => {
  const likenesses = known.map((digit) => likeness(digit, image));
  return likenesses.indexOf(Math.max(...likenesses));
};

beforeEach(async () => {
  lab = fakeLab(world);
  lab.commands.activations.mockImplementation(async (image) => answerOf({ [nearestTo(image)]: 0.9 }));
  await renderDrawing(lab);
  lab.ready();
});

test('says that a number has several digits, and reads them from left to right', async () => {
  addNumber();
  await expect.element(said).toBeVisible();
  await expect.element(prediction).toHaveTextContent(/^407$/);
  const items = [...digits.element().querySelectorAll('li')].map((item) => item.innerText.trim());
  expect(items).toEqual(['4, 90.0 %', '0, 90.0 %', '7, 90.0 %']);
  await expect.element(topThree).not.toBeInTheDocument();
  await expect.element(question).not.toBeInTheDocument();
  await button('Clear').click();
  draw(lab, 7);
  await expect.element(prediction).toHaveTextContent('7, 90.0 %');
  await expect.element(question).toBeVisible();
  await expect.element(digits).not.toBeInTheDocument();
});

test('reads a photo of a number, and says what of it was left out until the canvas is cleared', async () => {
  paste(await numberPicture([4, 0, 7]));
  await expect.element(said).toBeVisible();
  await expect.element(prediction).toHaveTextContent(/^407$/);
  await expect.element(leftOut).not.toBeInTheDocument();
  paste(await numberPicture([4, 0, 7, GAP, GAP, GAP, GAP, 1]));
  await expect.element(leftOut).toBeVisible();
  await expect.element(prediction).toHaveTextContent(/^407$/);
  await button('Clear').click();
  await expect.element(leftOut).not.toBeInTheDocument();
});

test('reads ten digits in even rows, and says of more that they are too many', async () => {
  addOnes(6);
  await expect.element(prediction).toHaveTextContent(/^111111$/);
  const tops = () => [...digits.element().querySelectorAll('li')].map((item) => item.offsetTop);
  expect(new Set(tops().slice(0, 3)).size).toBe(1);
  expect(new Set(tops().slice(3)).size).toBe(1);
  expect(new Set(tops()).size).toBe(2);
  await button('Clear').click();
  addOnes(11);
  await expect.element(prediction).toHaveTextContent('More than ten digits stand side by side.');
  await expect.element(topThree).not.toBeInTheDocument();
  await expect.element(question).not.toBeInTheDocument();
});

test('says nothing more of a number once the canvas is cleared', async () => {
  const spoken = () =>
    [...document.querySelectorAll('[aria-live="polite"]')].map((region) => region.textContent).join(' ');
  addNumber();
  await expect.poll(spoken).toContain('407, 3 digits');
  lab.actions.clear();
  // Without the time that a new answer would have to rest.
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  expect(spoken()).not.toContain('407');
});

test('reads letters side by side with a network of letters, whatever the data, and asks no digit detector', async () => {
  const settings = { ...world.settings, network: withClasses(world.settings.network, 26) };
  lab.emit(networkTold({ settings, trainedBatches: 8 }));
  // Ten by ten, Z would outshine all: it is alone among the last six.
  const letters = new Float32Array(26).fill(0.001);
  letters.set([0.6, 0.277], 2);
  letters[25] = 0.1;
  lab.commands.activations.mockResolvedValue({ ...answerOf({}), probabilities: letters });
  lab.commands.looksLikeDigit.mockResolvedValue(false);
  addNumber();
  await expect.element(prediction).toHaveTextContent(/^CCC$/);
  const characters = page.getByRole('list', { name: 'Characters from left to right' });
  const items = [...characters.element().querySelectorAll('li')].map((item) => item.innerText.trim());
  expect(items).toEqual(['C, 60.0 %', 'C, 60.0 %', 'C, 60.0 %']);
  await expect
    .element(page.getByText('3 characters, read one by one from left to right.').first())
    .toBeVisible();
  await button('Clear').click();
  draw(lab, 7);
  await expect.element(prediction).toHaveTextContent('C, 60.0 %');
  expect(lab.commands.looksLikeDigit).not.toHaveBeenCalled();
});

test('takes what looks like no digit, part by part, for no number', async () => {
  lab.commands.looksLikeDigit.mockResolvedValue(false);
  addNumber();
  await expect.element(prediction).toHaveTextContent('This does not look like a digit.');
  await expect.element(digits).not.toBeInTheDocument();
});
