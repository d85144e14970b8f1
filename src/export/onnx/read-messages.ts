import { PbfReader } from 'pbf';
import {
  DATA_TYPES,
  type OnnxAttribute,
  type OnnxModel,
  type OnnxNode,
  type OnnxTensor,
  type OnnxValue,
} from './messages';
import { BadFields, readFields, readNested, readText, readWhole, readWholes } from './read-fields';

type Written<T> = { -readonly [Key in keyof T]: T[Key] };

/** A ModelProto; what the lab has no use for is passed over. @throws Error for what is none */
export function readModel(bytes: Uint8Array): OnnxModel {
  const pbf = new PbfReader(bytes);
  const [nodes, initializers, inputs, outputs, metadata] = [
    [] as OnnxNode[],
    [] as OnnxTensor[],
    [] as OnnxValue[],
    [] as OnnxValue[],
    new Map<string, string>(),
  ];
  const head = { irVersion: 0, opset: 0, producer: '', producerVersion: '', name: '' };
  readFields(pbf, bytes.length, (field) => {
    if (field === 1) head.irVersion = readWhole(pbf);
    else if (field === 2) head.producer = readText(pbf);
    else if (field === 3) head.producerVersion = readText(pbf);
    else if (field === 7) {
      readNested(pbf, (inGraph) => {
        if (inGraph === 1) nodes.push(readNode(pbf));
        else if (inGraph === 2) head.name = readText(pbf);
        else if (inGraph === 5) initializers.push(readTensor(pbf));
        else if (inGraph === 11) inputs.push(readValue(pbf));
        else if (inGraph === 12) outputs.push(readValue(pbf));
      });
    } else if (field === 8) {
      const { domain, version } = readOpset(pbf);
      if (domain === '' || domain === 'ai.onnx') head.opset = version;
    } else if (field === 14) metadata.set(...readEntry(pbf));
  });
  return { ...head, nodes, initializers, inputs, outputs, metadata };
}

function readOpset(pbf: PbfReader) {
  const found = { domain: '', version: 0 };
  readNested(pbf, (field) => {
    if (field === 1) found.domain = readText(pbf);
    else if (field === 2) found.version = readWhole(pbf);
  });
  return found;
}

function readEntry(pbf: PbfReader): [string, string] {
  const entry: [string, string] = ['', ''];
  readNested(pbf, (field) => {
    if (field === 1) entry[0] = readText(pbf);
    else if (field === 2) entry[1] = readText(pbf);
  });
  return entry;
}

function readNode(pbf: PbfReader): OnnxNode {
  const [inputs, outputs, attributes] = [[] as string[], [] as string[], [] as OnnxAttribute[]];
  const head = { operator: '', name: '', domain: '' };
  readNested(pbf, (field) => {
    if (field === 1) inputs.push(readText(pbf));
    else if (field === 2) outputs.push(readText(pbf));
    else if (field === 3) head.name = readText(pbf);
    else if (field === 4) head.operator = readText(pbf);
    else if (field === 5) attributes.push(readAttribute(pbf));
    else if (field === 7) head.domain = readText(pbf);
  });
  return { ...head, inputs, outputs, attributes };
}

function readAttribute(pbf: PbfReader): OnnxAttribute {
  const found: Written<OnnxAttribute> = { name: '' };
  const ints: number[] = [];
  readNested(pbf, (field) => {
    if (field === 1) found.name = readText(pbf);
    else if (field === 2 && pbf.type === 5) found.float = pbf.readFloat();
    else if (field === 3) found.int = readWhole(pbf);
    else if (field === 4) found.text = readText(pbf);
    else if (field === 5) found.tensor = readTensor(pbf);
    else if (field === 8) readWholes(pbf, ints);
  });
  return ints.length > 0 ? { ...found, ints } : found;
}

function readTensor(pbf: PbfReader): OnnxTensor {
  const [dims, wholes, floats] = [[] as number[], [] as number[], [] as number[]];
  const found = { name: '', type: 0, isElsewhere: false, raw: undefined as Uint8Array | undefined };
  readNested(pbf, (field) => {
    if (field === 1) readWholes(pbf, dims);
    else if (field === 2) found.type = readWhole(pbf);
    else if (field === 4) readFloats(pbf, floats);
    else if (field === 7) readWholes(pbf, wholes);
    else if (field === 8) found.name = readText(pbf);
    else if (field === 9 && pbf.type === 2) found.raw = pbf.readBytes();
    else if (field === 13) found.isElsewhere = true;
  });
  const { name, type, raw, isElsewhere } = found;
  const listed = type === DATA_TYPES.int64 ? wholes : floats;
  const values = isElsewhere ? undefined : raw ? valuesOf(raw, type) : Float32Array.from(listed);
  return { name, dims, type, values };
}

function readFloats(pbf: PbfReader, into: number[]): void {
  if (pbf.type === 5) into.push(pbf.readFloat());
  else if (pbf.type === 2) pbf.readPackedFloat(into);
  else throw new BadFields('no floats');
}

/** @returns undefined of types that the lab doesn't read */
function valuesOf(raw: Uint8Array, type: number): Float32Array | undefined {
  const view = new DataView(raw.buffer, raw.byteOffset, raw.byteLength);
  const read = (bytes: number, at: (offset: number) => number) =>
    Float32Array.from({ length: Math.floor(raw.length / bytes) }, (_, i) => at(i * bytes));
  switch (type) {
    case DATA_TYPES.float:
      return read(4, (offset) => view.getFloat32(offset, true));
    case DATA_TYPES.double:
      return read(8, (offset) => view.getFloat64(offset, true));
    case DATA_TYPES.int64:
      return read(8, (offset) => Number(view.getBigInt64(offset, true)));
    default:
      return undefined;
  }
}

function readValue(pbf: PbfReader): OnnxValue {
  const dims: (number | string)[] = [];
  const found = { name: '', type: 0 };
  const readDimension = () => {
    let side: number | string = '';
    readNested(pbf, (field) => {
      if (field === 1) side = readWhole(pbf);
      else if (field === 2) side = readText(pbf);
    });
    dims.push(side);
  };
  const readShape = () => readNested(pbf, (field) => field === 1 && readDimension());
  const readTensorType = () =>
    readNested(pbf, (field) => {
      if (field === 1) found.type = readWhole(pbf);
      else if (field === 2) readShape();
    });
  readNested(pbf, (field) => {
    if (field === 1) found.name = readText(pbf);
    else if (field === 2) readNested(pbf, (inType) => inType === 1 && readTensorType());
  });
  return { ...found, dims };
}
