import type { KeepStore } from './keep-store';
import type { NotKept, NotKeptTold } from './keeping-slice';

/** Works with what is kept, one piece of work after the other; what goes wrong is told, and never thrown. */
export class Keeper {
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly store: Promise<KeepStore> | undefined,
    private readonly dispatch: (event: NotKeptTold) => void,
  ) {}

  /**
   * @param what - was to be kept, if it was to be
   * @returns undefined where it failed, or nothing is kept in this visit
   */
  do<Result>(
    what: NotKept['what'] | undefined,
    work: (store: KeepStore) => Promise<Result>,
  ): Promise<Result | undefined> {
    const done = this.last.then(async () => {
      const store = await this.store?.catch(() => undefined);
      if (!store) return undefined;
      return this.try(() => work(store), what);
    });
    this.last = done;
    return done;
  }

  /** A part of such a piece of work, of which the rest goes on where it fails. */
  async try<Result>(
    work: () => Promise<Result>,
    what: NotKept['what'] = 'read',
  ): Promise<Result | undefined> {
    try {
      return await work();
    } catch (error) {
      // Told once, of all that is kept.
      if (isNewerPage(error)) return undefined;
      this.dispatch({ type: 'not-kept', notKept: { what, reason: reasonOf(error) } });
      return undefined;
    }
  }
}

/** A later version of the page has taken over what is kept. */
export const isNewerPage = (error: unknown): boolean => error instanceof Error && error.name === 'NewerPage';

function reasonOf(error: unknown): NotKept['reason'] {
  if (!(error instanceof Error)) return 'refused';
  if (error.name === 'QuotaExceededError') return 'full';
  return error.name === 'DamagedRecord' ? 'damaged' : 'refused';
}
