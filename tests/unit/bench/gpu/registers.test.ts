import { expect, it } from 'vitest';
import { registersOf } from '../../../../bench/gpu/registers';

const kernel = (body: string) => `@group(0) @binding(1) var<storage, read> x: array<f32>;
@group(0) @binding(2) var<storage, read> w: array<vec4f>;
@group(0) @binding(3) var<storage, read> rows: array<vec4f>;
fn helper() { let unseen = vec4f(); }
fn main(@builtin(global_invocation_id) globalId: vec3u) {
${body}
}`;
const OTHERS = registersOf(kernel(''));

it('counts a number once and a vector four times', () => {
  expect(registersOf(kernel('var sum = vec4f(); var n = 0.0;')) - OTHERS).toBe(5);
});

it('tells a buffer of vectors from one of numbers, and what is made of them', () => {
  expect(
    registersOf(kernel('let a = x[3]; let b = rows[3]; let c = b * a; let d = b[0] * a;')) - OTHERS,
  ).toBe(10);
  expect(registersOf(kernel('let a = rows[3]; let b = dot(a, a);')) - OTHERS).toBe(5);
});

it('counts one vector of a block’s weights', () => {
  expect(registersOf(kernel('let w0 = w[1]; let w1 = w[2]; let w2 = w[3];')) - OTHERS).toBe(4);
});

it('takes the fuller of two blocks, with what is around it', () => {
  const blocks = 'var sum = vec4f(); { let a = x[0]; } { let a = x[0]; let b = x[1]; }';
  expect(registersOf(kernel(blocks)) - OTHERS).toBe(6);
});

it('counts no conditions', () => {
  expect(registersOf(kernel('let inside = globalId.x > 3 && globalId.y < 4;')) - OTHERS).toBe(0);
});
