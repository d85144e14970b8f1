import { expect, test } from 'vitest';
import { decayRanges } from '../../../../../src/engine/train-step/wasm/decay-ranges';
import { parameterLayout } from '../../../../../src/engine/train-step/wasm/parameter-layout';
import { stagesOf } from '../../../../../src/engine/train-step/wasm/stages';
import { formatNetwork } from '../../../../../src/model/notation';
import { planOf } from '../../../../../src/model/shapes';
import { network } from '../../../../fixtures/networks';
import { randomTraining } from '../../../../fixtures/random-training';

const KERNELS = ['kernel', 'depthwise'];
const NETWORKS = [
  'c4k5s2-n-p2-c6k3-n-d9-n-d10',
  'c3k3-c5k2-n-g-d10',
  'c5k5s2-s5k3same-n-r-p2-s4k3same-p2-n-d10',
  ...Array.from({ length: 10 }, (_, i) => formatNetwork(randomTraining(i + 1).settings.network)),
];

test.each(NETWORKS)('kernels decay and nothing else does: %s', (notation) => {
  const plan = planOf(network(notation));
  const stages = stagesOf(plan, 'relu', true);
  if (!stages.ok) throw new Error('refused');
  const layout = parameterLayout(stages.stages);
  const decays = decayRanges(layout, 0.1).flatMap((range) => {
    expect(range.floats % 4).toBe(0);
    return Array<boolean>(range.floats).fill(range.decays);
  });
  expect(decays).toHaveLength(layout.trained);
  const roles = plan.layers.flatMap(({ weights }) => weights.map(({ role }) => role));
  for (const [i, places] of layout.tensors.entries()) {
    for (const place of places) expect(decays[place] ?? false).toBe(KERNELS.includes(roles[i] ?? 'bias'));
  }
  expect(decayRanges(layout, 0)).toEqual([{ floats: layout.trained, decays: false }]);
});
