/** A file that a person picked or dropped. */
export interface PickedFile {
  /** With the folders that it lies in, from the one that was picked: 'digits/3/0001.png'; else its name. */
  readonly path: string;
  readonly file: File;
}
