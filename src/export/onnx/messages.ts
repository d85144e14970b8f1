/*
 * What of ONNX's messages the lab writes and reads; their names and numbers are those of onnx.proto
 * (github.com/onnx/onnx/blob/main/onnx/onnx.proto).
 */

/** TensorProto.DataType. */
export const DATA_TYPES = { float: 1, int64: 7, double: 11 } as const;

export interface OnnxTensor {
  readonly name: string;
  readonly dims: readonly number[];
  readonly type: number;
  /** Of those types that the lab reads; undefined of others, and where they lie in another file. */
  readonly values: Float32Array | undefined;
}

export interface OnnxAttribute {
  readonly name: string;
  readonly float?: number;
  readonly int?: number;
  readonly text?: string;
  readonly ints?: readonly number[];
  readonly tensor?: OnnxTensor;
}

export interface OnnxNode {
  readonly operator: string;
  readonly name: string;
  readonly domain: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes: readonly OnnxAttribute[];
}

/** A value that goes in or comes out. */
export interface OnnxValue {
  readonly name: string;
  readonly type: number;
  /** Numbers, or names for what may be any. */
  readonly dims: readonly (number | string)[];
}

export interface OnnxModel {
  readonly irVersion: number;
  /** Of the operators without a domain. */
  readonly opset: number;
  readonly producer: string;
  readonly producerVersion: string;
  readonly name: string;
  readonly nodes: readonly OnnxNode[];
  readonly initializers: readonly OnnxTensor[];
  readonly inputs: readonly OnnxValue[];
  readonly outputs: readonly OnnxValue[];
  readonly metadata: ReadonlyMap<string, string>;
}
