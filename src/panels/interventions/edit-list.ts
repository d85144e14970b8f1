import type { WeightEdit } from '../../protocol/inspect';

type KernelEdit = Extract<WeightEdit, { kind: 'kernel' }>;
/** What a kernel edit replaces. */
type KernelPlace = Pick<KernelEdit, 'layer' | 'filter' | 'input'>;
export type Edits = readonly WeightEdit[];

export const isMuted = (edits: Edits, layer: number, filter: number): boolean =>
  edits.some((edit) => edit.kind === 'mute' && edit.layer === layer && edit.filter === filter);

/** The muted filters of a layer. */
export const mutedOf = (edits: Edits, layer: number): ReadonlySet<number> =>
  new Set(edits.flatMap((edit) => (edit.kind === 'mute' && edit.layer === layer ? [edit.filter] : [])));

/** Mutes a filter, or lets it speak again. */
export function toggleMute(edits: Edits, layer: number, filter: number): Edits {
  return isMuted(edits, layer, filter)
    ? edits.filter((edit) => !(edit.kind === 'mute' && edit.layer === layer && edit.filter === filter))
    : [...edits, { kind: 'mute', layer, filter }];
}

/** The edit of one kernel, if there is one. */
export const kernelEditAt = (edits: Edits, place: KernelPlace): KernelEdit | undefined =>
  edits.find((edit): edit is KernelEdit => isAt(edit, place));

/** Replaces a kernel; as the last edit, since that is what Undo takes back. One kernel stands in the list once. */
export const withKernel = (edits: Edits, place: KernelPlace, values: readonly number[]): Edits => [
  ...withoutKernel(edits, place),
  { kind: 'kernel', layer: place.layer, filter: place.filter, input: place.input, values },
];

/** The kernel as it was learnt. */
export const withoutKernel = (edits: Edits, place: KernelPlace): Edits =>
  edits.filter((edit) => !isAt(edit, place));

export const sameEdits = (a: Edits, b: Edits): boolean => JSON.stringify(a) === JSON.stringify(b);

const isAt = (edit: WeightEdit, { layer, filter, input }: KernelPlace) =>
  edit.kind === 'kernel' && edit.layer === layer && edit.filter === filter && edit.input === input;
