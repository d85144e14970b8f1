import { describe, expect, it, vi } from 'vitest';
import { deadUnits } from '../../../../src/engine/inspect/dead-units';
import { parseNetwork } from '../../../../src/model/notation';
import type { LayerOutput } from '../../../../src/protocol/inspect';

const parsed = parseNetwork('c3k3-p2-x50-d4-d10');
const network = parsed.ok ? [...parsed.network] : [];
const images = { images: new Uint8Array(300 * 784), labels: new Uint8Array(300) };
const positions = Uint32Array.from({ length: 300 }, (_, position) => position);

/** Filter 1 and units 0 and 3 are never above 0; filter 2 is only in the image of number `late`. */
function runtimeThatReads(late: number) {
  let seen = 0;
  const layer = (shape: LayerOutput['shape'], values: number[]) => ({
    shape,
    values: Float32Array.from(values),
  });
  return {
    activations: vi.fn(async (): Promise<LayerOutput[]> => {
      const two = seen++ === late ? 1e-6 : 0;
      return [
        layer([2, 1, 3], [0, 0, 0, 2, 0, two]),
        layer([1, 1, 3], [2, 0, two]),
        layer([4], [0, 1, 0.5, 0]),
        layer([10], new Array(10).fill(-1)),
      ];
    }),
  };
}

const settings = { network, activation: 'relu' } as const;
const yieldToEventLoop = async () => {};

describe('deadUnits', () => {
  it('names what is 0 everywhere in every image, layer by layer, without pools and logits', async () => {
    const found = await deadUnits(
      { runtime: runtimeThatReads(199), settings },
      images,
      positions,
      yieldToEventLoop,
      () => true,
    );
    expect(found).toEqual([
      { layer: 0, dead: [1], units: 3, images: 200 },
      { layer: 2, dead: [0, 3], units: 4, images: 200 },
    ]);
  });

  it('takes a unit that does not show in its images for dead', async () => {
    const found = await deadUnits(
      { runtime: runtimeThatReads(200), settings },
      images,
      positions,
      yieldToEventLoop,
      () => true,
    );
    expect(found?.[0]?.dead).toEqual([1, 2]);
  });

  it('looks at no further image once it is not wanted, and lets others have their turn after each', async () => {
    const runtime = runtimeThatReads(0);
    const turns = vi.fn(yieldToEventLoop);
    const isWanted = () => turns.mock.calls.length < 5;
    expect(await deadUnits({ runtime, settings }, images, positions, turns, isWanted)).toBeUndefined();
    expect(runtime.activations).toHaveBeenCalledTimes(5);
  });

  it('has nothing to say of other activations', async () => {
    const runtime = runtimeThatReads(0);
    const tanh = { network, activation: 'tanh' } as const;
    expect(
      await deadUnits({ runtime, settings: tanh }, images, positions, yieldToEventLoop, () => true),
    ).toEqual([]);
    expect(runtime.activations).not.toHaveBeenCalled();
  });
});
