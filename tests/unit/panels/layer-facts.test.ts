import { describe, expect, it } from 'vitest';
import en from '../../../src/locales/en.json';
import { parseNetwork } from '../../../src/model/notation';
import { planOf, readingLayers } from '../../../src/model/shapes';
import { layerFacts } from '../../../src/panels/network-strip/layer-facts';

function notesOf(notation: string, activation: 'relu' | 'sigmoid' | 'tanh') {
  const parsed = parseNetwork(notation);
  if (!parsed.ok) throw new Error(notation);
  return readingLayers(planOf(parsed.network)).map((plan) => layerFacts(plan, activation).notes);
}

describe('layerFacts', () => {
  it('explains every layer, its activation, and at the end what training makes of it', () => {
    expect(notesOf('c4k5-p2-d20-d10', 'sigmoid')).toEqual([
      ['conv', 'sigmoid'],
      ['max-pool'],
      ['flatten', 'dense', 'sigmoid'],
      ['dense', 'logits', 'softmax', 'one-hot', 'cross-entropy', 'descent', 'adam'],
    ]);
    expect(notesOf('a2-d10', 'relu')[0]).toEqual(['avg-pool']);
  });

  it('has a text and a formula for each', () => {
    const used = new Set(
      (['relu', 'sigmoid', 'tanh'] as const).flatMap((activation) => {
        return notesOf('c4k5-p2-a2-d20-d10', activation).flat();
      }),
    );
    expect(Object.keys(en.panels['network-strip'].notes).sort()).toEqual([...used].sort());
  });
});
