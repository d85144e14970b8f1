import { expect, it } from 'vitest';
import { scrollPlaceFrom } from '../../../src/model/scroll-place';

it('reads the place that was kept, and nothing that is none', () => {
  const place = { address: 'https://lab.example/?seed=1', tops: { html: 120.5, '#train': 0 } };
  expect(scrollPlaceFrom(place)).toEqual(place);
  const wrong = [
    null,
    1,
    {},
    { ...place, tops: { html: 'far' } },
    { ...place, tops: { html: -1 } },
    { ...place, more: 1 },
  ];
  expect(wrong.map(scrollPlaceFrom)).toEqual(wrong.map(() => undefined));
});
