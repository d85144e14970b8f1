import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { normalize } from '../../../src/ink/normalize';
import type { Stroke } from '../../../src/ink/stroke';
import { DIGIT_STROKES } from '../../fixtures/digit-strokes';
import { fakeLab } from '../../fixtures/fake-lab';
import { smallWorld } from '../../fixtures/small-world';
import { answerOf, draw, renderDrawing } from './draw-page';
import { button, prediction, topThree } from './pad';
import { numberPicture, paste } from './pictures';

const world = await smallWorld();
const said = page.getByText('3 digits, read one by one from left to right.');
const digits = page.getByRole('list', { name: 'Digits from left to right' });
const question = page.getByRole('group', { name: 'Was that right?' });
let lab: ReturnType<typeof fakeLab>;

const digitAt = (digit: number, left: number): Stroke[] =>
  (DIGIT_STROKES[digit] ?? []).map((points) => ({
    width: 14,
    points: points.map(([x, y]) => ({ x: left + 60 * x, y: 90 + 90 * y })),
  }));
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

test('reads a photo of a number', async () => {
  paste(await numberPicture([4, 0, 7]));
  await expect.element(said).toBeVisible();
  await expect.element(prediction).toHaveTextContent(/^407$/);
});

test('takes what looks like no digit, part by part, for no number', async () => {
  lab.commands.looksLikeDigit.mockResolvedValue(false);
  addNumber();
  await expect.element(prediction).toHaveTextContent('This does not look like a digit.');
  await expect.element(digits).not.toBeInTheDocument();
});
