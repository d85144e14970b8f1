import type { UpdateFactors } from '../update-factors';
import { LANES } from './operations';

/** What a kernel is told of the step at hand: one part of a uniform buffer, chosen when it is dispatched. */
export interface Slot extends UpdateFactors {
  /** Positions in the images on the device. */
  readonly positions: Uint32Array;
  /** Where the sums of the step go, among the results. */
  readonly result: number;
  /** Steps before this one in the run. */
  readonly step: number;
}

/** Steps that one submission may hold, a slot each. */
export const MOST_STEPS_A_SUBMIT = 32;
/** The slot for what is done between the steps. */
export const READING_SLOT = MOST_STEPS_A_SUBMIT;
export const SLOTS = MOST_STEPS_A_SUBMIT + 1;

/** Bytes in front of the positions. */
const HEAD_BYTES = 48;
const WORD_BYTES = 4;
/** Of a part of a uniform buffer: what every device can do. */
const ALIGNMENT = 256;

/** Of a slot for so many images. */
export const slotBytes = (capacity: number): number =>
  Math.ceil((HEAD_BYTES + capacity * WORD_BYTES) / ALIGNMENT) * ALIGNMENT;

/** WGSL of a slot. `lanes` is the number of images filled up to whole workgroups. */
export const slotStruct = (capacity: number): string => `struct Slot {
  count: i32,
  lanes: i32,
  step: u32,
  result: u32,
  rate: f32,
  factor: f32,
  scale: f32,
  shrink: f32,
  blend: f32,
  positions: array<vec4u, ${Math.ceil(capacity / LANES)}>,
}`;

/**
 * A slot as bytes, without the positions that no image has.
 * @param lanes - of a workgroup
 */
export function slotData({ positions, result, step, ...factors }: Slot, lanes: number): ArrayBuffer {
  const { rate, factor, shrink, blend } = factors;
  const data = new ArrayBuffer(HEAD_BYTES + positions.length * WORD_BYTES);
  const words = new Uint32Array(data);
  const floats = new Float32Array(data);
  const count = positions.length;
  words.set([count, Math.ceil(count / lanes) * lanes, step, result]);
  floats.set([rate, factor, 1 / count, shrink, blend], 4);
  words.set(positions, HEAD_BYTES / WORD_BYTES);
  return data;
}
