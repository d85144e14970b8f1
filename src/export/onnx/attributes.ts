import type { OnnxAttribute, OnnxNode } from './messages';

const found = ({ attributes }: OnnxNode, name: string): OnnxAttribute | undefined =>
  attributes.find((attribute) => attribute.name === name);

/** A node's attributes by their names; what it doesn't have is as ONNX says. */
export const intOf = (node: OnnxNode, name: string, otherwise: number): number =>
  found(node, name)?.int ?? otherwise;

export const floatOf = (node: OnnxNode, name: string, otherwise: number): number =>
  found(node, name)?.float ?? otherwise;

export const textOf = (node: OnnxNode, name: string, otherwise: string): string =>
  found(node, name)?.text ?? otherwise;

export const intsOf = (node: OnnxNode, name: string): readonly number[] | undefined =>
  found(node, name)?.ints;

/** As messages name it. */
export const nameOf = ({ name, operator, outputs }: OnnxNode): string =>
  name === '' ? `${operator} ${outputs[0] ?? ''}` : `${operator} ${name}`;
