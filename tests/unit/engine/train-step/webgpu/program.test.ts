import { describe, expect, it, test } from 'vitest';
import { createWasmStep } from '../../../../../src/engine/train-step/wasm/wasm-step';
import { againstGpu } from '../../../../../src/engine/train-step/webgpu/against-gpu';
import type { Kernel } from '../../../../../src/engine/train-step/webgpu/kernel';
import { operationsOf } from '../../../../../src/engine/train-step/webgpu/operations';
import { parameterValues, weightValues } from '../../../../../src/engine/train-step/webgpu/parameter-values';
import { programFor } from '../../../../../src/engine/train-step/webgpu/program';
import { targetFor } from '../../../../../src/engine/train-step/webgpu/target';
import { formatNetwork } from '../../../../../src/model/notation';
import { PRESETS } from '../../../../../src/model/presets';
import { planOf } from '../../../../../src/model/shapes';
import { network, stepSettings } from '../../../../fixtures/networks';
import { randomTraining } from '../../../../fixtures/random-training';

/** What every device has, the phones among them. */
const LIMITS = { buffers: 8, invocations: 256, sharedBytes: 16 * 1024, workgroups: 65_535 } as const;

const NETWORKS = [
  ...Object.values(PRESETS).flatMap(({ network, activation }) =>
    againstGpu(network, activation) ? [] : [formatNetwork(network)],
  ),
  ...Array.from({ length: 40 }, (_, i) => formatNetwork(randomTraining(i + 1).settings.network)),
  'c256k7same-c64k7-p3-d256-d10',
  // More values than there may be workgroups in one direction.
  'c84k3same-x25-d10',
  'c127k6-d10',
  'd10',
];

const ALL_OPTIONS = { weightDecay: 0.1, clipNorm: 1, ema: 0.9 } as const;

const programs = NETWORKS.flatMap((notation) =>
  [1, 128, 1024].flatMap((batchSize) =>
    [false, true].map((software) => {
      const settings = stepSettings('d10', { optimizer: 'adam', ...(batchSize === 128 && ALL_OPTIONS) });
      return programFor(planOf(network(notation)), settings, targetFor(batchSize, software));
    }),
  ),
);
const kernels: readonly Kernel[] = programs.flatMap(({ training, forward, finite }) => [
  ...training,
  ...forward,
  finite,
]);

const sizes = (code: string, declaration: RegExp) =>
  [...code.matchAll(declaration)].map((found) => Number(found[1]));

describe('a kernel of any network, batch and device', () => {
  it('binds no more buffers than a phone has', () => {
    for (const { name, bindings } of kernels)
      expect(bindings.length, name).toBeLessThanOrEqual(LIMITS.buffers);
  });

  it('has workgroups of a size and number that every device takes', () => {
    for (const { name, code, workgroups } of kernels) {
      const [, size = ''] = /@workgroup_size\(([\d, ]+)\)/.exec(code) ?? [];
      const invocations = size.split(',').reduce((product, side) => product * Number(side), 1);
      expect(invocations, name).toBeLessThanOrEqual(LIMITS.invocations);
      for (const count of workgroups) {
        expect(Number.isInteger(count) && count > 0 && count <= LIMITS.workgroups, `${name}: ${count}`).toBe(
          true,
        );
      }
    }
  });

  it('shares no more memory in a workgroup than every device has', () => {
    for (const { name, code } of kernels) {
      const shared = sizes(code, /var<workgroup> \w+: array<vec4f, (\d+)>/g).reduce(
        (sum, n) => sum + 16 * n,
        0,
      );
      expect(shared, name).toBeLessThanOrEqual(LIMITS.sharedBytes);
    }
  });

  it('binds no buffer twice', () => {
    for (const { name, bindings } of kernels) {
      expect(new Set(bindings.map(({ buffer }) => buffer)).size, name).toBe(bindings.length);
    }
  });
});

describe('on a processor that imitates a GPU', () => {
  it('no invocation waits for another', () => {
    const settings = stepSettings('d10', ALL_OPTIONS);
    for (const notation of NETWORKS) {
      const program = programFor(planOf(network(notation)), settings, targetFor(128, true));
      for (const { code } of program.training) expect(code).not.toContain('Barrier');
    }
  });
});

it.each(['c24k5-p2-c32k3-p2-d128-d10', 'c8k5-p2-c16k5-p2-d10', 'c32k3-p2-c64k3-p2-x50-d10'])(
  'a step of %s is at most 16 dispatches',
  (notation) => {
    const program = programFor(planOf(network(notation)), stepSettings('d10'), targetFor(128, false));
    expect(program.training.length).toBeLessThanOrEqual(16);
  },
);

it.each([{}, { weightDecay: 0.1 }, { ema: 0.9 }, { optimizer: 'rmsprop' }, ALL_OPTIONS] as const)(
  'only a clipped gradient takes dispatches of its own: %o',
  (options) => {
    const dispatches = (changes: object) =>
      programFor(planOf(network('c8k5-p2-d9-d10')), stepSettings('d10', changes), targetFor(128, false))
        .training.length;
    expect(dispatches(options) - dispatches({})).toBe('clipNorm' in options ? 2 : 0);
  },
);

test('weights come back as they went in, whatever their outputs are filled up to', async () => {
  for (let seed = 1; seed <= 20; seed++) {
    const { settings } = randomTraining(seed);
    const operations = operationsOf(planOf(settings.network), settings.activation);
    const back = weightValues(operations, parameterValues(operations, settings.weights));
    expect(back).toEqual(settings.weights);
  }
});

test('weights of other sizes are refused, as on WASM', async () => {
  const settings = stepSettings('c4k5-p2-d10');
  const operations = operationsOf(planOf(settings.network), 'relu');
  const weights = settings.weights.slice(1);
  expect(() => parameterValues(operations, weights)).toThrow('weight tensor 0');
  await expect(createWasmStep({ ...settings, weights, workers: 1 })).rejects.toThrow('weight tensor 0');
});
