import type { GivenFile } from '../../data/given-file';
import type { EngineCommands } from '../../protocol/engine-api';

/**
 * Files that are handed over in one task: the platform takes up to a millisecond for each that crosses to the worker,
 * and a folder can hold 70,000.
 */
const PORTION = 30;

export interface Transfer {
  readonly commands: Pick<EngineCommands, 'giveFiles'>;
  /** False as soon as others were given in their place. */
  readonly isWanted: () => boolean;
  /** @param rest - the last of them; `before` were handed over already */
  readonly end: (rest: readonly GivenFile[], before: number) => void;
}

/** Hands files to the engine a few at a time; a handful of them at once. */
export class ChunkedFileTransfer {
  /** Many files come one set after the other, so that the engine never mixes two. */
  private busy: Promise<void> = Promise.resolve();

  /** @returns when they are handed over, or given up; fails where the engine refuses one */
  hand(files: readonly GivenFile[], handing: Transfer): Promise<void> {
    if (files.length <= PORTION) {
      handing.end(files, 0);
      return Promise.resolve();
    }
    const handed = this.busy.then(() => inPortions(files, handing));
    this.busy = handed.catch(() => undefined);
    return handed;
  }
}

async function inPortions(files: readonly GivenFile[], { commands, isWanted, end }: Transfer): Promise<void> {
  let before = 0;
  while (files.length - before > PORTION) {
    if (!isWanted()) return;
    await commands.giveFiles(files.slice(before, before + PORTION), before);
    before += PORTION;
  }
  if (isWanted()) end(files.slice(before), before);
}
