import { npyArray } from '../../fixtures/make-npy';
import { type ZipMember, zipOf } from '../../fixtures/make-zip';
import { given, read } from './given';

export const labelsOf = (count: number) => Uint8Array.from({ length: count }, (_, i) => i % 10);
export const pixels = (count: number, side = 28) =>
  Uint8Array.from({ length: count * side * side }, (_, i) => (i % 7 ? 0 : 100 + (i % 100)));

export const [TRAIN, TEST] = [20, 10];
export const MEMBERS = {
  'x_train.npy': npyArray('|u1', [TRAIN, 28, 28], pixels(TRAIN)),
  'y_train.npy': npyArray('|u1', [TRAIN], labelsOf(TRAIN)),
  'x_test.npy': npyArray('|u1', [TEST, 28, 28], pixels(TEST)),
  'y_test.npy': npyArray('|u1', [TEST], labelsOf(TEST)),
};
type MemberName = keyof typeof MEMBERS;

/** A sound npz but for the members that are given. */
export const npz = (changed: Partial<Record<MemberName, Uint8Array>> = {}, ...more: ZipMember[]) =>
  zipOf([...Object.entries({ ...MEMBERS, ...changed }), ...more]);

export const readNpz = async (bytes: Uint8Array<ArrayBuffer>) => read([given('mnist.npz', bytes)]);
