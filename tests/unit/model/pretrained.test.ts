import { describe, expect, it } from 'vitest';
import { packWeights, parseCard, readPretrained } from '../../../src/model/pretrained';
import { CARD } from '../../fixtures/pretrained-card';

const card = CARD;
const { network } = card.detector;
const tensors = (value: number) => [new Float32Array(7840).fill(value), new Float32Array(10).fill(-value)];

describe('pretrained networks', () => {
  it('come back from their file as they went in', () => {
    const { weights, detector } = readPretrained(card, packWeights(tensors(0.5), tensors(0.25)));
    expect(weights).toEqual(tensors(0.5));
    expect(detector).toEqual({ network, weights: tensors(0.25), threshold: 2 });
  });

  it('are refused where their weights are not as many as the networks have', () => {
    const bytes = packWeights(tensors(0.5), tensors(0.25));
    expect(() => readPretrained(card, bytes.subarray(2))).toThrow('31398 bytes');
  });

  it('have a card that says all of it, and nothing else', () => {
    expect(parseCard(JSON.parse(JSON.stringify(card)))).toEqual(card);
    expect(() => parseCard({ ...card, author: 'me' })).toThrow();
    const { temperature: _, ...without } = card;
    expect(() => parseCard(without)).toThrow();
  });

  it('may be older than some settings, but not of other ones', () => {
    const { shift: _, ...before } = CARD.settings;
    expect(parseCard({ ...CARD, settings: before })).toEqual(CARD);
    expect(() => parseCard({ ...CARD, settings: { ...before, colour: 1 } })).toThrow();
    expect(() => parseCard({ ...CARD, settings: undefined })).toThrow();
  });

  it('have a network that can be built', () => {
    const impossible = { ...card.settings, network: [{ type: 'dense', units: 9 }] };
    expect(() => parseCard({ ...card, settings: impossible })).toThrow('no possible network');
  });
});
