import { plainText } from '../../model/plain-text';

/** Why a file is not opened. */
type FileFault =
  /** No file of its format, or a damaged one. */
  | 'damaged'
  /** A layer, an operator or an option that the lab has none of. */
  | 'unsupported'
  /** Something that has to be there is not. */
  | 'missing'
  /** Weights of another shape than their layer has. */
  | 'wrong-shape'
  /** A weight that is no finite number. */
  | 'not-finite'
  /** More than the lab takes. */
  | 'too-large'
  /** Layers that can't follow each other, or of sizes that the lab doesn't have. */
  | 'impossible';

/** A file that is not opened: which, where in it, and why. */
export class NetworkFileError extends Error {
  readonly file: string;
  readonly field: string;
  readonly reason: string;

  /**
   * @param field - the layer, operator or key that is to blame; '' for the file as a whole
   * @param reason - what of it, in English; '' where the code says all
   */
  constructor(
    readonly code: FileFault,
    ...[file, field, reason = '']: [file: string, field: string, reason?: string]
  ) {
    const [plainFile, plainField, plainReason] = [file, field, reason].map((text) => plainText(text)) as [
      string,
      string,
      string,
    ];
    super(`${code}: ${plainFile}: ${plainField}: ${plainReason}`);
    this.name = 'NetworkFileError';
    this.file = plainFile;
    this.field = plainField;
    this.reason = plainReason;
  }
}

/** Makes errors of one file. */
export type Refuse = (code: FileFault, field: string, reason?: string) => NetworkFileError;

export const refusing =
  (file: string): Refuse =>
  (code, field, reason) =>
    new NetworkFileError(code, file, field, reason);
