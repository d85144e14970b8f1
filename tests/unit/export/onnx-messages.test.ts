import { PbfWriter } from 'pbf';
import { describe, expect, test } from 'vitest';
import { readModel } from '../../../src/export/onnx/read-messages';

/** A model whose graph has one tensor, written field by field. */
function withTensor(write: (pbf: PbfWriter) => void): Uint8Array {
  const pbf = new PbfWriter();
  pbf.writeMessage(7, (_, graph) => graph.writeMessage(5, (__, tensor) => write(tensor), {}), {});
  return Uint8Array.from(pbf.finish());
}
const tensorOf = (write: (pbf: PbfWriter) => void) => readModel(withTensor(write)).initializers[0];

const bytesOf = (values: Float64Array | BigInt64Array) => new Uint8Array(values.buffer);

describe('a tensor of ONNX', () => {
  test('may be of double precision or of whole numbers, as raw bytes', () => {
    const doubles = tensorOf((pbf) => {
      pbf.writePackedVarint(1, [2]);
      pbf.writeVarintField(2, 11);
      pbf.writeBytesField(9, bytesOf(Float64Array.of(0.5, -2)));
    });
    expect(doubles).toMatchObject({ dims: [2], values: Float32Array.of(0.5, -2) });
    const wholes = tensorOf((pbf) => {
      pbf.writeVarintField(2, 7);
      pbf.writeBytesField(9, bytesOf(BigInt64Array.of(-1n, 784n)));
    });
    expect(wholes?.values).toEqual(Float32Array.of(-1, 784));
  });

  test('may list its values one by one', () => {
    const floats = tensorOf((pbf) => {
      pbf.writeVarintField(2, 1);
      pbf.writeFloatField(4, 0.25);
      pbf.writeFloatField(4, 4);
    });
    expect(floats?.values).toEqual(Float32Array.of(0.25, 4));
    const wholes = tensorOf((pbf) => {
      pbf.writeVarintField(2, 7);
      pbf.writeVarintField(7, 3);
      pbf.writePackedVarint(7, [4, 5]);
    });
    expect(wholes?.values).toEqual(Float32Array.of(3, 4, 5));
  });

  test('has no values where they are of another type, or in another file', () => {
    const strange = tensorOf((pbf) => {
      pbf.writeVarintField(2, 10);
      pbf.writeBytesField(9, new Uint8Array(4));
    });
    const elsewhere = tensorOf((pbf) => {
      pbf.writeVarintField(2, 1);
      pbf.writeMessage(13, (_, entry) => entry.writeStringField(1, 'location'), {});
    });
    expect([strange?.values, elsewhere?.values]).toEqual([undefined, undefined]);
  });
});

describe('fields of other types than they should have are refused', () => {
  test.each<[string, (pbf: PbfWriter) => void]>([
    ['a name that is a number', (pbf) => pbf.writeVarintField(8, 1)],
    ['a type that is a text', (pbf) => pbf.writeStringField(2, 'float')],
    ['sides that are fractions', (pbf) => pbf.writeDoubleField(1, 0.5)],
    ['values that are double', (pbf) => pbf.writeDoubleField(4, 0.5)],
  ])('%s', (_, write) => {
    expect(() => readModel(withTensor(write))).toThrow(/^no /);
  });

  test('a graph that is a number', () => {
    const pbf = new PbfWriter();
    pbf.writeVarintField(7, 1);
    expect(() => readModel(Uint8Array.from(pbf.finish()))).toThrow('no message');
  });

  test('a length that reaches beyond the end', () => {
    const whole = withTensor((pbf) => pbf.writeStringField(8, 'a name'));
    expect(() => readModel(whole.subarray(0, -1))).toThrow('beyond the end');
  });
});
