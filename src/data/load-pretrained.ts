import {
  PRETRAINED,
  PRETRAINED_LIMIT,
  type Pretrained,
  parseCard,
  readPretrained,
} from '../model/pretrained';
import { sha256 } from './sha256';

/** The files of the networks that ship are not what they should be. */
export class BadShippedFile extends Error {
  override readonly name = 'BadShippedFile';
}

/** A page whose host does not answer has an untrained network sooner or later. */
const PATIENCE_MS = 20_000;

/**
 * The networks that ship with the page, checked against the checksum in their card.
 * @param base - address of the page's folder, ending in '/'
 * @throws BadShippedFile where a file is not there or not as the card says; what fetch throws
 */
export async function loadPretrained(base: string, fetch: typeof globalThis.fetch): Promise<Pretrained> {
  const get = async (file: string) => {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const response = await fetch(`${base}${PRETRAINED.folder}${file}`, { signal });
    if (!response.ok) throw new BadShippedFile(`${file}: status ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  };
  const [card, weights] = await Promise.all([get(PRETRAINED.card), get(PRETRAINED.weights)]);
  return checkedPretrained(card, weights);
}

/**
 * @param card, weights - the files' contents
 * @throws BadShippedFile where they are not what they should be
 */
export async function checkedPretrained(
  card: Uint8Array<ArrayBuffer>,
  weights: Uint8Array<ArrayBuffer>,
): Promise<Pretrained> {
  if (card.length + weights.length > PRETRAINED_LIMIT)
    throw new BadShippedFile('larger than networks that ship');
  try {
    const parsed = parseCard(JSON.parse(new TextDecoder().decode(card)));
    if ((await sha256(weights)) === parsed.weights.sha256) return readPretrained(parsed, weights);
  } catch (error) {
    throw new BadShippedFile('no card of networks that ship', { cause: error });
  }
  throw new BadShippedFile(`${PRETRAINED.weights}: not the weights that the card is about`);
}
