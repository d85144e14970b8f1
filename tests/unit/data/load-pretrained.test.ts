import { expect, it } from 'vitest';
import { BadShippedFile, checkedPretrained, loadPretrained } from '../../../src/data/load-pretrained';
import { sha256 } from '../../../src/data/sha256';
import { PRETRAINED_LIMIT, packWeights } from '../../../src/model/pretrained';
import { CARD } from '../../fixtures/pretrained-card';

const weights = packWeights(...[1, 2].map(() => [new Float32Array(7840), new Float32Array(10)]));
const card = { ...CARD, weights: { ...CARD.weights, sha256: await sha256(weights) } };
const file = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const ALL: Readonly<Record<string, Uint8Array<ArrayBuffer>>> = {
  'card.json': file(card),
  'weights.bin': weights,
};

const load = (files: typeof ALL) =>
  loadPretrained('https://a/', async (url) => {
    const bytes = files[String(url).replace('https://a/pretrained/', '')];
    return bytes ? new Response(bytes) : new Response('sorry', { status: 404 });
  });

it('gives the networks whose card and weights belong together', async () => {
  expect(await load(ALL)).toMatchObject({ card, weights: [{ length: 7840 }, { length: 10 }] });
});

it.each([
  ['is not there', { ...ALL, 'weights.bin': undefined }, 'status 404'],
  ['is no JSON', { ...ALL, 'card.json': new TextEncoder().encode('<!doctype html>') }, 'no card'],
  ['is no card', { ...ALL, 'card.json': file({ ...card, temperature: -1 }) }, 'no card'],
  [
    'has a bit turned',
    { ...ALL, 'weights.bin': weights.map((byte, i) => (i ? byte : 1)) },
    'not the weights',
  ],
] as const)('refuses a file that %s', async (_, files, why) => {
  const loading = load(files as unknown as typeof ALL);
  await expect(loading).rejects.toBeInstanceOf(BadShippedFile);
  await expect(loading).rejects.toThrow(why);
});

it('refuses files that are larger than networks that ship', async () => {
  const large = new Uint8Array(PRETRAINED_LIMIT);
  await expect(checkedPretrained(file(card), large)).rejects.toThrow('larger than networks that ship');
});
