import type { GivenFile } from '../../data/given-file';

/** Files that come a few at a time, until one command is about all of them. */
export class GivenFiles {
  private files: GivenFile[] = [];

  /** @param before - how many of the set came already; 0 begins another */
  add(files: readonly GivenFile[], before: number): void {
    if (before === 0) this.files = [];
    this.files.push(...files);
  }

  /** All of them, which are then forgotten here. @param before - how many of the set came by `add` */
  whole(rest: readonly GivenFile[], before: number): readonly GivenFile[] {
    if (before === 0) return rest;
    const all = [...this.files, ...rest];
    this.files = [];
    return all;
  }
}
