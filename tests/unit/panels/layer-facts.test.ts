import { describe, expect, it } from 'vitest';
import en from '../../../src/locales/en.json';
import { parseNetwork } from '../../../src/model/notation';
import { CHOICES } from '../../../src/model/setting-tables';
import type { Activation } from '../../../src/model/settings';
import { planOf, readingLayers } from '../../../src/model/shapes';
import { layerFacts } from '../../../src/panels/network-strip/layer-facts';

function factsOf(notation: string, activation: Activation) {
  const parsed = parseNetwork(notation);
  if (!parsed.ok) throw new Error(notation);
  return readingLayers(planOf(parsed.network)).map((plan) => layerFacts(plan, activation));
}

const notesOf = (...of: Parameters<typeof factsOf>) => factsOf(...of).map(({ notes }) => notes);

describe('layerFacts', () => {
  it('explains every layer, its activation, and at the end what training makes of it', () => {
    expect(notesOf('c4k5-p2-d20-d10', 'sigmoid')).toEqual([
      ['conv', 'sigmoid'],
      ['max-pool'],
      ['flatten', 'dense', 'sigmoid'],
      ['dense', 'logits', 'softmax', 'one-hot', 'cross-entropy', 'descent', 'adam'],
    ]);
    expect(notesOf('a2-d10', 'relu')[0]).toEqual(['avg-pool']);
    expect(notesOf('c4k5-s4k3same-r-d10', 'gelu').slice(1, 3)).toEqual([
      ['separable-conv', 'gelu'],
      ['residual'],
    ]);
  });

  it('says what a layer looks for by what it sees: the picture itself, or what others found in it', () => {
    const looksFor = (notation: string) => factsOf(notation, 'relu').map((facts) => facts.looksFor);
    expect(looksFor('c4k5-p2-c4k5-p2-d20-d10')).toEqual([
      'edges',
      'place',
      'parts',
      'place',
      'shapes',
      'digits',
    ]);
    expect(looksFor('d128-d256-d10')).toEqual(['ink', 'shapes', 'digits']);
    // A single map is not the picture.
    expect(looksFor('c1k3-c4k3-d10')).toEqual(['edges', 'parts', 'digits']);
  });

  it('has a text and a formula for each', () => {
    const used = new Set(
      CHOICES.activation.options.flatMap((activation) =>
        ['c4k5-p2-a2-s4k3same-r-d20-d10', 'c4k5-n-g-d10'].flatMap((text) => notesOf(text, activation).flat()),
      ),
    );
    expect(Object.keys(en.panels['network-strip'].notes).sort()).toEqual([...used].sort());
  });
});
