import type { Kernel } from '../../src/engine/train-step/webgpu/kernel';
import { gradientShares } from '../../src/engine/train-step/webgpu/kernels/gradient-shares';
import type { Operation } from '../../src/engine/train-step/webgpu/operations';
import { type Program, programFor } from '../../src/engine/train-step/webgpu/program';
import { type Target, targetFor } from '../../src/engine/train-step/webgpu/target';
import { INPUT_SIZE } from '../../src/model/network';
import { INITIAL_SETTINGS } from '../../src/model/settings';
import type { NetworkPlan } from '../../src/model/shapes';
import { registersOf } from './registers';

/** What one dispatch of a step asks of a GPU. */
export interface Dispatch {
  readonly name: string;
  /** Multiplications and additions of the whole batch; zeros count like any number. */
  readonly flops: number;
  /** Each buffer that it reads or writes, once; of parameters and partial sums its layer's. */
  readonly bytes: number;
  readonly workgroups: number;
  readonly invocations: number;
  /** 32-bit, of an invocation, about. */
  readonly registers: number;
}

const SETTINGS = { ...INITIAL_SETTINGS, optimizer: 'adam', activation: 'relu' } as const;
const FLOAT_BYTES = 4;
const VECTOR_BYTES = 16;

/** The dispatches of a step as it is written for a GPU. @param batch - images, a multiple of 64 */
export function dispatchesOf(network: NetworkPlan, batch: number): Dispatch[] {
  // Without the room for images that are read between the steps.
  const target = targetFor(batch, false, batch);
  const program = programFor(network, SETTINGS, target);
  return program.training.map((kernel) => {
    const workgroups = product(kernel.workgroups);
    return {
      name: kernel.name,
      flops: kernel.flops * batch,
      bytes: bytesOf(kernel, program, target),
      workgroups,
      invocations: workgroups * invocationsOf(kernel),
      registers: registersOf(kernel.code),
    };
  });
}

const product = (numbers: readonly number[]) => numbers.reduce((all, one) => all * one, 1);

const invocationsOf = ({ code }: Kernel) =>
  product((/@workgroup_size\(([^)]*)\)/.exec(code)?.[1] ?? '1').split(',').map(Number));

function bytesOf(kernel: Kernel, program: Program, target: Target): number {
  return kernel.bindings.reduce((sum, { buffer, access }) => {
    const isChanged = access === 'read_write' && (buffer === 'parameters' || buffer === 'state');
    return sum + sizeOf(buffer, operationsOfKernel(kernel, program), program, target) * (isChanged ? 2 : 1);
  }, 0);
}

/** The operation in whose name it runs, or all convolutions, whose gradients the last kernel of a step adds up. */
const operationsOfKernel = ({ layer }: Kernel, { operations }: Program): Operation[] =>
  operations.filter((op) => (layer ? op.layer === layer.number : op.kind === 'conv'));

function sizeOf(buffer: string, operations: readonly Operation[], program: Program, target: Target): number {
  const sum = (size: (operation: Operation) => number) =>
    operations.reduce((all, operation) => all + size(operation), 0);
  const parameters = () =>
    sum((op) => ('parameters' in op ? (op.parameters.end - op.parameters.kernelAt) * VECTOR_BYTES : 0));
  switch (buffer) {
    case 'images':
      return target.capacity * INPUT_SIZE;
    case 'labels':
      return target.capacity * FLOAT_BYTES;
    case 'results':
      return 2 * FLOAT_BYTES;
    case 'parameters':
      return parameters();
    case 'state':
      return (parameters() * bufferSize(program, 'state')) / bufferSize(program, 'parameters');
    case 'partials':
      return sum((op) => {
        if (op.kind !== 'conv') return 0;
        const { sums, vectors } = gradientShares(target, op);
        return sums * vectors * VECTOR_BYTES;
      });
    default:
      return bufferSize(program, buffer);
  }
}

function bufferSize({ buffers }: Program, name: string): number {
  const size = buffers.get(name);
  if (size === undefined) throw new RangeError(`no buffer ${name}`);
  return size;
}
