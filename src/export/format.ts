import type { TrainedNetwork } from '../model/trained-network';
import type { TakeAwayQuestions } from '../protocol/take-away';

export interface ExportedFile {
  /** With its ending, without a folder. */
  readonly name: string;
  readonly content: Uint8Array<ArrayBuffer> | string;
}

/** What a notebook says between its code. Code and its comments are in English, as the libraries are. */
type NotebookProse =
  | 'start'
  | 'startNamed'
  | 'network'
  | 'weights'
  | 'data'
  | 'dataNamed'
  | 'training'
  | 'drawn'
  | 'own'
  | 'mixed'
  | 'batchNorm'
  | 'average'
  | 'picture'
  | 'pictureNamed'
  | 'devices';

/** Writes a paragraph of a notebook in the language of the page. */
export type Say = (part: NotebookProse, values?: Readonly<Record<string, number>>) => string;

/** What a format may need besides the network. */
export interface ExportContext {
  /** What the files are called, without an ending: a-z, 0-9 and hyphens. */
  readonly name: string;
  /** In the order of the outputs; any text. */
  readonly classNames: readonly string[];
  /** What people read in the files. */
  readonly say: Say;
  /** What computes a network, and TensorFlow.js, which is loaded in the engine alone. */
  readonly engine: Pick<TakeAwayQuestions, 'probabilities' | 'layersModel' | 'readLayersModel'>;
}

/** A way to write a trained network down. It is loaded when somebody asks for it: see formats.ts. */
export interface ExportFormat {
  /** One file, or several that are given away together in a zip archive. */
  files(network: TrainedNetwork, about: ExportContext): Promise<readonly ExportedFile[]>;
  /**
   * Reads images by nothing but the files, with whoever is to read them elsewhere. Missing where a browser can't run it.
   * @param images - [n, 784], 0 background to 1 ink
   * @returns probabilities, [n, classes] row by row
   */
  check?(files: readonly ExportedFile[], images: Float32Array, about: ExportContext): Promise<Float32Array>;
}
