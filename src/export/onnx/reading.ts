import type { Chain } from '../read/chain';
import type { Refuse } from '../read/network-file-error';
import type { GraphValues } from './graph-values';
import type { OnnxNode } from './messages';

/** Where the values of maps stand: `flat` once they are a vector, and for images that come as one. */
export type Layout = 'channels-first' | 'channels-last' | 'flat';

/** How far the reading of a graph has come. */
export interface Reading {
  readonly chain: Chain;
  readonly values: GraphValues;
  readonly refuse: Refuse;
  layout: Layout;
  /** How maps stood that were flattened. */
  flattened: Layout;
}

/** Takes a node in. @param output - the name of what it makes. @throws NetworkFileError */
export type ReadOperator = (node: OnnxNode, output: string, reading: Reading) => void;
