import { PbfWriter } from 'pbf';
import {
  DATA_TYPES,
  type OnnxAttribute,
  type OnnxModel,
  type OnnxNode,
  type OnnxTensor,
  type OnnxValue,
} from './messages';

/** AttributeProto.AttributeType. */
const ATTRIBUTE_TYPES = { float: 1, int: 2, text: 3, ints: 7 } as const;

/** A ModelProto. Tensors are written in single precision, but for those of whole numbers. */
export function writeModel(model: OnnxModel): Uint8Array<ArrayBuffer> {
  const pbf = new PbfWriter();
  pbf.writeVarintField(1, model.irVersion);
  pbf.writeStringField(2, model.producer);
  pbf.writeStringField(3, model.producerVersion);
  pbf.writeMessage(7, writeGraph, model);
  pbf.writeMessage(8, writeOpset, model.opset);
  for (const entry of model.metadata) pbf.writeMessage(14, writeEntry, entry);
  return Uint8Array.from(pbf.finish());
}

function writeGraph(model: OnnxModel, pbf: PbfWriter): void {
  for (const node of model.nodes) pbf.writeMessage(1, writeNode, node);
  pbf.writeStringField(2, model.name);
  for (const tensor of model.initializers) pbf.writeMessage(5, writeTensor, tensor);
  for (const value of model.inputs) pbf.writeMessage(11, writeValue, value);
  for (const value of model.outputs) pbf.writeMessage(12, writeValue, value);
}

function writeOpset(version: number, pbf: PbfWriter): void {
  pbf.writeStringField(1, '');
  pbf.writeVarintField(2, version);
}

function writeEntry([key, value]: [string, string], pbf: PbfWriter): void {
  pbf.writeStringField(1, key);
  pbf.writeStringField(2, value);
}

function writeNode(node: OnnxNode, pbf: PbfWriter): void {
  for (const input of node.inputs) pbf.writeStringField(1, input);
  for (const output of node.outputs) pbf.writeStringField(2, output);
  pbf.writeStringField(3, node.name);
  pbf.writeStringField(4, node.operator);
  for (const attribute of node.attributes) pbf.writeMessage(5, writeAttribute, attribute);
}

function writeAttribute({ name, float, int, text, ints }: OnnxAttribute, pbf: PbfWriter): void {
  pbf.writeStringField(1, name);
  const type = (value: number) => pbf.writeVarintField(20, value);
  if (float !== undefined) {
    pbf.writeFloatField(2, float);
    type(ATTRIBUTE_TYPES.float);
  } else if (int !== undefined) {
    pbf.writeVarintField(3, int);
    type(ATTRIBUTE_TYPES.int);
  } else if (text !== undefined) {
    pbf.writeStringField(4, text);
    type(ATTRIBUTE_TYPES.text);
  } else if (ints !== undefined) {
    for (const value of ints) pbf.writeVarintField(8, value);
    type(ATTRIBUTE_TYPES.ints);
  }
}

function writeTensor({ name, dims, type, values }: OnnxTensor, pbf: PbfWriter): void {
  for (const side of dims) pbf.writeVarintField(1, side);
  pbf.writeVarintField(2, type);
  pbf.writeStringField(8, name);
  pbf.writeBytesField(9, bytesOf(values ?? new Float32Array(0), type));
}

/** Little end first, whatever this machine's is. */
function bytesOf(values: Float32Array, type: number): Uint8Array {
  const isWhole = type === DATA_TYPES.int64;
  const size = isWhole ? 8 : 4;
  const view = new DataView(new ArrayBuffer(values.length * size));
  values.forEach((value, i) => {
    if (isWhole) view.setBigInt64(size * i, BigInt(value), true);
    else view.setFloat32(size * i, value, true);
  });
  return new Uint8Array(view.buffer);
}

function writeValue({ name, type, dims }: OnnxValue, pbf: PbfWriter): void {
  pbf.writeStringField(1, name);
  pbf.writeMessage(
    2,
    (_, typeProto) => {
      typeProto.writeMessage(1, writeTensorType, { type, dims });
    },
    undefined,
  );
}

function writeTensorType({ type, dims }: Omit<OnnxValue, 'name'>, pbf: PbfWriter): void {
  pbf.writeVarintField(1, type);
  pbf.writeMessage(2, writeShape, dims);
}

function writeShape(dims: OnnxValue['dims'], pbf: PbfWriter): void {
  for (const side of dims) {
    pbf.writeMessage(
      1,
      (_, dimension) => {
        if (typeof side === 'number') dimension.writeVarintField(1, side);
        else dimension.writeStringField(2, side);
      },
      undefined,
    );
  }
}
