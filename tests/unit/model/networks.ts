import fc from 'fast-check';
import { LAYER_LIMITS, type Layer, type Network } from '../../../src/model/network';

const within = ([min, max]: readonly [number, number]) => fc.integer({ min, max });

/** Any layer within its ranges. */
export const anyLayer: fc.Arbitrary<Layer> = fc.oneof(
  fc.record({
    type: fc.constantFrom('conv' as const, 'separable-conv' as const),
    filters: within(LAYER_LIMITS.filters),
    kernel: within(LAYER_LIMITS.kernel),
    stride: within(LAYER_LIMITS.convStride),
    padding: fc.constantFrom('valid' as const, 'same' as const),
  }),
  fc.record({
    type: fc.constantFrom('max-pool' as const, 'avg-pool' as const),
    size: within(LAYER_LIMITS.poolSize),
    stride: within(LAYER_LIMITS.poolStride),
  }),
  fc.record({ type: fc.constantFrom('global-avg-pool' as const, 'batch-norm' as const) }),
  fc.record({ type: fc.constant('dense' as const), units: within(LAYER_LIMITS.units) }),
  fc.record({ type: fc.constant('residual' as const) }),
  fc.record({ type: fc.constant('dropout' as const), percent: within(LAYER_LIMITS.dropPercent) }),
);

/** Any list of layers, possible as a network or not. */
export const anyLayers: fc.Arbitrary<Network> = fc.array(anyLayer, {
  minLength: LAYER_LIMITS.layers[0],
  maxLength: LAYER_LIMITS.layers[1],
});
