import type { OptimizerSettings } from '../../../../model/settings';
import { EPSILON } from '../../update-factors';
import type { Callee, FunctionBuilder, Local } from '../assembler/function';
import { f32x4, i32, type V128, v128 } from '../assembler/values';
import type { DecayRange } from '../decay-ranges';
import { VECTOR_BYTES } from '../layout';
import type { Emitter } from './emitter';
import { blended } from './parameters';

/** Where the vectors of all parameters begin. */
interface UpdateRegions {
  readonly weights: number;
  /** The optimizer's own vectors, as many as it needs. */
  readonly state: readonly number[];
  readonly average: number | undefined;
  readonly ranges: readonly DecayRange[];
}

/** What a step is told, in all lanes. */
const TOLD = ['rate', 'factor', 'shrink', 'blend', 'scale'] as const;
type Told = Readonly<Record<(typeof TOLD)[number], Local<'v128'>>>;

/** What one turn of the loop works on. */
interface Turn extends Pick<Emitter, 'madd'> {
  readonly f: FunctionBuilder;
  readonly settings: OptimizerSettings;
  readonly told: Told;
  readonly g: Local<'v128'>;
  readonly weights: Local<'i32'>;
  readonly state: readonly Local<'i32'>[];
}

/**
 * The optimizer's step, by the formulas of ../../optimizer.ts.
 * @returns function(gradient, rate, factor, shrink, blend, scale): the last multiplies the gradient where it is clipped,
 * the others are by `updateFactors`
 */
export function updateParameters(
  { module, madd }: Emitter,
  settings: OptimizerSettings,
  regions: UpdateRegions,
): Callee {
  return module.function('update', ['i32', ...TOLD.map(() => 'f32' as const)], (f) => {
    const gradient = f.parameter('i32', 0);
    const splat = (i: number) => f.local('v128', f32x4.splat(f.parameter('f32', i + 1).get));
    const told = Object.fromEntries(TOLD.map((name, i) => [name, splat(i)])) as Told;
    const weights = f.local('i32', i32.const(regions.weights));
    const state = regions.state.map((address) => f.local('i32', i32.const(address)));
    const average = regions.average === undefined ? undefined : f.local('i32', i32.const(regions.average));
    const pointers = [gradient, weights, ...state, ...(average ? [average] : [])];
    for (const { floats, decays } of regions.ranges) {
      f.repeat(floats / 4, () => {
        const g = f.local('v128', gradientOf(settings, v128.load(gradient.get), told.scale));
        const turn = { f, settings, told, g, weights, state, madd };
        if (decays && settings.optimizer !== 'adamw') {
          g.set(madd(v128.load(weights.get), f32x4.const(settings.weightDecay), g.get));
        }
        const updated = f32x4.sub(kept(turn, decays), changeOf(turn));
        if (average) storeAveraged(turn, average, updated);
        else f.store(weights.get, 0, updated);
        for (const pointer of pointers) f.increase(pointer, VECTOR_BYTES);
      });
    }
  });
}

const gradientOf = ({ clipNorm }: OptimizerSettings, gradient: V128, scale: Local<'v128'>): V128 =>
  clipNorm > 0 ? f32x4.mul(gradient, scale.get) : gradient;

/** The weights, without what AdamW takes from them. */
function kept({ settings, weights, told }: Turn, decays: boolean): V128 {
  const before = v128.load(weights.get);
  if (!decays || settings.optimizer !== 'adamw') return before;
  return f32x4.sub(before, f32x4.mul(v128.load(weights.get), told.shrink.get));
}

/** Stores the weights, and their average. */
function storeAveraged({ f, weights, told, madd }: Turn, average: Local<'i32'>, updated: V128): void {
  const w = f.local('v128', updated);
  f.store(weights.get, 0, w.get);
  f.store(average.get, 0, blended(madd, average.get, w.get, told.blend));
}

function changeOf(turn: Turn): V128 {
  const { f, g, madd, settings, state } = turn;
  const { rate, factor } = turn.told;
  const [first, second] = state;
  const { optimizer, rho, beta1 } = settings;
  switch (optimizer) {
    case 'sgd':
      return f32x4.mul(g.get, rate.get);
    case 'momentum':
    case 'nesterov': {
      if (!first) throw new RangeError(`${optimizer} needs a vector of velocities`);
      const velocity = f.local('v128', madd(v128.load(first.get), factor.get, g.get));
      f.store(first.get, 0, velocity.get);
      const ahead = optimizer === 'nesterov' ? madd(velocity.get, factor.get, g.get) : velocity.get;
      return f32x4.mul(ahead, rate.get);
    }
    case 'rmsprop': {
      if (!first) throw new RangeError('RMSprop needs a vector of squares');
      const square = mixedSquare(turn, first, rho);
      return f32x4.div(f32x4.mul(g.get, rate.get), f32x4.add(f32x4.sqrt(square.get), f32x4.const(EPSILON)));
    }
    case 'adam':
    case 'adamw': {
      if (!first || !second) throw new RangeError('Adam needs two vectors of moments');
      const decayed = f32x4.mul(v128.load(first.get), f32x4.const(beta1));
      const mean = f.local('v128', madd(g.get, f32x4.const(1 - beta1), decayed));
      f.store(first.get, 0, mean.get);
      const square = mixedSquare(turn, second, settings.beta2);
      const scale = f32x4.add(f32x4.sqrt(f32x4.mul(square.get, factor.get)), f32x4.const(EPSILON));
      return f32x4.div(f32x4.mul(mean.get, rate.get), scale);
    }
    default:
      return optimizer satisfies never;
  }
}

/** Stores and gives the mean of the squares. */
function mixedSquare({ f, g }: Turn, square: Local<'i32'>, keeps: number): Local<'v128'> {
  const decayed = f32x4.mul(v128.load(square.get), f32x4.const(keeps));
  const added = f32x4.mul(f32x4.mul(g.get, g.get), f32x4.const(1 - keeps));
  const mixed = f.local('v128', f32x4.add(added, decayed));
  f.store(square.get, 0, mixed.get);
  return mixed;
}
