import { scoreLogits, softmaxRows } from '../../metrics/logits';
import { classesOf, INPUT_SIZE } from '../../model/network';
import type { ImageReadings } from '../../protocol/fine-tune';
import type { NetworkInUse } from '../network/network-in-use';
import { yieldToEventLoop } from '../yield-to-event-loop';

/** Images between two moments in which commands can come in. */
const CHUNK = 128;

/** What the network reads in images, [n, 28, 28], whose labels nobody needs. */
export async function readImages(
  { runtime, settings }: NetworkInUse,
  images: Uint8Array,
): Promise<ImageReadings> {
  const classes = classesOf(settings.network);
  const labels = new Uint8Array(images.length / INPUT_SIZE);
  const predicted = new Uint8Array(labels.length);
  const probability = new Float32Array(labels.length);
  for (let start = 0; start < labels.length; start += CHUNK) {
    const length = Math.min(CHUNK, labels.length - start);
    const positions = Uint32Array.from({ length }, (_, i) => start + i);
    const logits = await runtime.logits({ images, labels }, positions);
    const read = scoreLogits(logits, labels.subarray(start, start + length)).predicted;
    const shares = softmaxRows(logits, classes);
    predicted.set(read, start);
    for (const [i, label] of read.entries()) probability[start + i] = shares[i * classes + label] as number;
    await yieldToEventLoop();
  }
  return { predicted, probability };
}
