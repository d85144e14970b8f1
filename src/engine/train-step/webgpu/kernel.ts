import { LEAKY_SLOPE } from '../../../model/plain/activation';
import type { KernelTime } from '../../../protocol/backend';
import type { GpuActivation, Operation } from './operations';

/** Of what a buffer is an array. A buffer of floats may be read as vectors by one kernel and as floats by another. */
type Element = 'f32' | 'vec4f' | 'u32' | 'atomic<u32>';

/** A buffer as a kernel sees it: the kernel knows it by the name of the entry, others by `buffer`. */
interface Binding {
  readonly buffer: string;
  readonly element: Element;
  readonly access: 'read' | 'read_write';
}

type Triple = readonly [number, number, number];

/** One compute shader, with every size a constant, and how it is dispatched. */
export interface Kernel extends Pick<KernelTime, 'work' | 'layer'> {
  /** As devices and developers are told it. */
  readonly name: string;
  /** In the order of their numbers, which begin with 1: 0 is what a step is told (slot.ts). */
  readonly bindings: readonly Binding[];
  readonly code: string;
  /** Where there are as many images as there is room for. */
  readonly workgroups: Triple;
  /** Whether x runs over the images of the batch, as many a workgroup as the target has lanes: fewer need fewer. */
  readonly overImages: boolean;
  /** Multiplications and additions for one image. */
  readonly flops: number;
}

export const read = (buffer: string, element: Element = 'f32'): Binding => ({
  buffer,
  element,
  access: 'read',
});
export const write = (buffer: string, element: Element = 'f32'): Binding => ({
  buffer,
  element,
  access: 'read_write',
});

interface Written extends Omit<Kernel, 'name' | 'layer' | 'code' | 'bindings'> {
  /** The operation whose work it does, where it is that of one. */
  readonly op?: Pick<Operation, 'kind' | 'layer'>;
  readonly bindings: Readonly<Record<string, Binding>>;
  readonly workgroup: Triple;
  /** Declarations outside of the function. */
  readonly module?: string;
  /** Of a function that knows `id` (over all invocations) and `local` (in the workgroup), both vec3i. */
  readonly body: string;
}

/** @param slot - declaration of the struct `Slot` */
export function kernel(
  slot: string,
  { bindings, workgroup, module = '', body, op, ...rest }: Written,
): Kernel {
  const declared = Object.entries(bindings).map(
    ([name, { element, access }], i) =>
      `@group(0) @binding(${i + 1}) var<storage, ${access}> ${name}: array<${element}>;`,
  );
  const code = `${slot}
@group(0) @binding(0) var<uniform> slot: Slot;
${declared.join('\n')}
${module}
@compute @workgroup_size(${workgroup.join(', ')})
fn main(@builtin(global_invocation_id) globalId: vec3u, @builtin(local_invocation_id) localId: vec3u) {
  let id = vec3i(globalId);
  let local = vec3i(localId);
${body}
}`;
  const layer = op && { number: op.layer, type: op.kind };
  const name = layer ? `${layer.type} ${layer.number + 1}, ${rest.work}` : rest.work;
  return { ...rest, name, ...(layer && { layer }), bindings: Object.values(bindings), code };
}

/** A number as WGSL takes it for a float whatever its value. */
export const float = (value: number): string => `f32(${value})`;

/** WGSL for each of `count` numbered repetitions. */
export const each = (count: number, line: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => line(i)).join('\n');

/** WGSL for the sum of some terms. */
export const sum = (terms: readonly string[]): string => terms.join(' + ');

export const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

/** The largest divisor of `length` that is at most `limit`, at least 1. */
export function divisor(length: number, limit: number): number {
  let found = Math.max(1, Math.min(length, Math.floor(limit)));
  while (length % found !== 0) found--;
  return found;
}

/** Beyond it an exponential leaves what single precision holds, and a shader may make anything of that. */
const MOST = 80;
/** tanh is 1 in single precision from here on; some drivers compute it by exponentials that overflow. */
const MOST_TANH = 15;

/** WGSL for an activation of a value, or of each of a vector's. */
export function activated(activation: GpuActivation | undefined, z: string, type: 'f32' | 'vec4f'): string {
  switch (activation) {
    case undefined:
      return z;
    case 'relu':
      return `max(${z}, ${type}(0.0))`;
    case 'leaky-relu':
      return `max(${z}, ${LEAKY_SLOPE} * ${z})`;
    case 'sigmoid':
      return `(1.0 / (1.0 + exp(-clamp(${z}, ${type}(-${MOST}.0), ${type}(${MOST}.0)))))`;
    case 'tanh':
      return `tanh(clamp(${z}, ${type}(-${MOST_TANH}.0), ${type}(${MOST_TANH}.0)))`;
    default:
      return activation satisfies never;
  }
}

/** WGSL for a gradient by an activation's input, from that by its output `y`. */
export function throughActivation(
  activation: GpuActivation | undefined,
  gradient: string,
  y: string,
): string {
  switch (activation) {
    case undefined:
      return gradient;
    case 'relu':
      return `select(0.0, ${gradient}, ${y} > 0.0)`;
    case 'leaky-relu':
      return `(${gradient}) * select(${LEAKY_SLOPE}, 1.0, ${y} > 0.0)`;
    case 'sigmoid':
      return `(${gradient}) * ${y} * (1.0 - ${y})`;
    case 'tanh':
      return `(${gradient}) * (1.0 - ${y} * ${y})`;
    default:
      return activation satisfies never;
  }
}
