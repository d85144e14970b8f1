import { expect, it, vi } from 'vitest';
import { filledSentence } from '../../../src/panels/confusion-matrix/filled-sentence';

it('is translated once, however often it is filled, in whatever order the language puts its figures', () => {
  const translate = vi.fn(
    ({ truth, images }: Record<'truth' | 'images', string>) => `${images} of ${truth}!`,
  );
  const sentence = filledSentence(translate, ['truth', 'images']);
  expect(sentence({ truth: 'a 7', images: '12' })).toBe('12 of a 7!');
  expect(sentence({ truth: '$& {{images}}', images: '0' })).toBe('0 of $& {{images}}!');
  expect(translate).toHaveBeenCalledTimes(1);
});

it('leaves out what the sentence leaves out, and says twice what it says twice', () => {
  const sentence = filledSentence(({ truth }) => `${truth}, ${truth}`, ['truth', 'images']);
  expect(sentence({ truth: 'x', images: '12' })).toBe('x, x');
});
