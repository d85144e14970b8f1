import type { Callee, FunctionBuilder, Local } from '../assembler/function';
import { f32, f32x4, i32, LANES, type V128, v128 } from '../assembler/values';
import { FLOAT_BYTES, VECTOR_BYTES } from '../layout';
import { exp } from './activation';
import type { Emitter } from './emitter';
import type { Rows } from './mat-mul';

/** What is known of each image's loss: Σeˡ⁻ᵐ, m − Σ target·l (l the logits, m the largest), and 1 if it was read right. */
export const LOSS = { sum: 0, rest: 4, right: 8, bytes: 16 } as const;

const ONES = -1;

/** Ones where lane `lane` of vector `v` is one of so many classes. */
const isClass = (v: number, classes: number): V128 => {
  const word = (lane: number) => (v * LANES + lane < classes ? ONES : 0);
  return v128.const(word(0), word(1), word(2), word(3));
};

/** What the images are to be read as. */
interface Targets {
  readonly classes: number;
  /** 0 to 0.5 */
  readonly smoothing: number;
}

interface LossRegions {
  readonly logits: Rows;
  readonly gradient: Rows;
  /** One byte an image. */
  readonly labels: number;
  /** LOSS.bytes an image. */
  readonly losses: number;
}

/**
 * Softmax cross-entropy from logits and its gradient, (softmax − target)·scale, with target (1 − s)·one-hot + s/classes.
 * @returns function(images, scale): usually 1 / images of the batch
 */
export function softmaxLoss(
  { module, madd }: Emitter,
  regions: LossRegions,
  { classes, smoothing }: Targets,
): Callee {
  const vectors = Math.ceil(classes / LANES);
  return module.function('loss', ['i32', 'f32'], (f) => {
    const scale = f.local('v128', f32x4.splat(f.parameter('f32', 1).get));
    const logits = f.local('i32', i32.const(regions.logits.address));
    const gradient = f.local('i32', i32.const(regions.gradient.address));
    const label = f.local('i32', i32.const(regions.labels));
    const loss = f.local('i32', i32.const(regions.losses));
    const own = f.local('i32');
    const z = f.locals('v128', vectors);
    const e = f.locals('v128', vectors);
    f.repeat(f.parameter('i32', 0).get, () => {
      z.forEach((vector, v) => {
        vector.set(v128.load(logits.get, v * VECTOR_BYTES));
      });
      own.set(i32.shl(i32.load8U(label.get), i32.const(2)));
      const most = f.local('v128', largest(f, z, classes));
      e.forEach((vector, v) => {
        const exponential = exp(f, madd, f32x4.sub((z[v] as Local<'v128'>).get, most.get));
        vector.set(v128.and(exponential, isClass(v, classes)));
      });
      const sum = f.local('v128', sumOfLanes(f, e));
      writeLoss(f, { loss, logits, own, sum, most, z }, { classes, smoothing });
      e.forEach((vector, v) => {
        const difference = f32x4.sub(f32x4.div(vector.get, sum.get), f32x4.const(smoothing / classes));
        f.store(
          gradient.get,
          v * VECTOR_BYTES,
          f32x4.mul(v128.and(difference, isClass(v, classes)), scale.get),
        );
      });
      const at = i32.add(gradient.get, own.get);
      const lane = f32x4.lane(f32x4.mul(scale.get, f32x4.const(1 - smoothing)), 0);
      f.storeF32(at, 0, f32.sub(f32.load(at), lane));
      f.increase(logits, regions.logits.imageBytes);
      f.increase(gradient, regions.gradient.imageBytes);
      f.increase(label, 1);
      f.increase(loss, LOSS.bytes);
    });
  });
}

function writeLoss(
  f: FunctionBuilder,
  at: Record<'loss' | 'logits' | 'own', Local<'i32'>> &
    Record<'sum' | 'most', Local<'v128'>> & { z: readonly Local<'v128'>[] },
  { classes, smoothing }: Targets,
): void {
  const ownLogit = f32.load(i32.add(at.logits.get, at.own.get));
  f.storeF32(at.loss.get, LOSS.sum, f32x4.lane(at.sum.get, 0));
  const masked = at.z.map(({ get }, v) => f.local('v128', v128.and(get, isClass(v, classes))));
  const target = f32.add(
    f32.mul(f32.const(1 - smoothing), ownLogit),
    f32.mul(f32.const(smoothing / classes), f32x4.lane(sumOfLanes(f, masked), 0)),
  );
  f.storeF32(at.loss.get, LOSS.rest, f32.sub(f32x4.lane(at.most.get, 0), target));
  // Right if no class before it has as much, and none behind it more: the first of equals is what is read.
  f.storeI32(at.loss.get, LOSS.right, i32.const(1));
  const other = f.local('i32', i32.const(0));
  f.repeat(classes, () => {
    const logit = f32.load(i32.add(at.logits.get, other.get));
    const beats = i32.add(
      i32.and(i32.ltU(other.get, at.own.get), f32.ge(logit, ownLogit)),
      f32.gt(logit, ownLogit),
    );
    f.if(beats, () => f.storeI32(at.loss.get, LOSS.right, i32.const(0)));
    f.increase(other, FLOAT_BYTES);
  });
}

/** The largest class, in all lanes. */
function largest(f: FunctionBuilder, vectors: readonly Local<'v128'>[], classes: number): V128 {
  const lowest = f32x4.const(-3.4e38);
  const most = f.local('v128', lowest);
  vectors.forEach((vector, v) => {
    most.set(f32x4.pmax(most.get, v128.bitselect(vector.get, lowest, isClass(v, classes))));
  });
  most.set(f32x4.pmax(most.get, v128.words(most.get, most.get, [2, 3, 0, 1])));
  most.set(f32x4.pmax(most.get, v128.words(most.get, most.get, [1, 0, 3, 2])));
  return most.get;
}

/** The sum of all lanes, in all lanes. */
function sumOfLanes(f: FunctionBuilder, vectors: readonly Local<'v128'>[]): V128 {
  const sum = f.local('v128', f32x4.const(0));
  for (const vector of vectors) sum.set(f32x4.add(sum.get, vector.get));
  sum.set(f32x4.add(sum.get, v128.words(sum.get, sum.get, [2, 3, 0, 1])));
  sum.set(f32x4.add(sum.get, v128.words(sum.get, sum.get, [1, 0, 3, 2])));
  return sum.get;
}
