import type { KeepStore } from '../keeping/keep-store';
import type { Keeper } from '../keeping/keeper';
import {
  type aboutNetwork,
  LONGEST_NAME,
  type NetworkBody,
  type NetworkWords,
  readHeader,
  readNetwork,
  type SavedNetwork,
  savedNetwork,
} from './saved-network';

/** That nobody has asked to keep; an older one makes room. */
const MOST_UNPINNED = 20;
const IN_USE = 'network';

type About = ReturnType<typeof aboutNetwork>;

/** Where a network is kept. It becomes another where a person has a network there that is to stay. */
export interface Place {
  id: string;
}

export const newPlace = (): Place => ({ id: crypto.getRandomValues(new Uint32Array(2)).join('-') });

/** The networks that are kept. What goes wrong is told by the keeper. */
export class Shelf {
  constructor(
    private readonly keeper: Keeper,
    private readonly onList: (networks: readonly SavedNetwork[]) => void,
    private readonly onSpace: (store: KeepStore) => Promise<void>,
  ) {}

  list(): Promise<void> {
    return this.look((store) => this.tell(store));
  }

  /**
   * @param isInUse - it is the network in use: the next visit begins with it
   * @returns whether it is kept
   */
  async put(place: Place, about: About, body: NetworkBody, isInUse = false): Promise<boolean> {
    const isKept = await this.keeper.do(isInUse ? 'network' : 'library', async (store) => {
      const there = (await store.list('network')).find(({ id }) => id === place.id);
      if (there && isToStay(savedNetwork(there))) place.id = newPlace().id;
      await store.put('network', place.id, about, body);
      if (isInUse) await store.put('in-use', IN_USE, undefined, { network: place.id });
      const unpinned = (await store.list('network')).filter(
        (header) => savedNetwork(header)?.isPinned === false,
      );
      await store.remove(
        'network',
        unpinned.slice(MOST_UNPINNED).map((header) => header.id),
      );
      await this.tell(store);
      return true;
    });
    return isKept === true;
  }

  /** One that can't be read is told, and out of the list from now on. */
  read(id: string): Promise<NetworkBody | undefined> {
    return this.look(async (store) => {
      const body = await this.keeper.try(() => readNetwork(store, id));
      if (!body) await this.tell(store);
      return body;
    });
  }

  /** The network that was in use last. */
  async inUse(): Promise<{ readonly id: string; readonly body: NetworkBody } | undefined> {
    return this.look(async (store) => {
      const last = (await store.read('in-use', IN_USE)) as { readonly network?: string } | undefined;
      const id = last?.network;
      if (typeof id !== 'string') return undefined;
      const body = await readNetwork(store, id);
      return body && { id, body };
    });
  }

  /** @param id - undefined where it is none of the library */
  markInUse(id: string | undefined): void {
    void this.look((store) =>
      id === undefined
        ? store.remove('in-use', [IN_USE])
        : store.put('in-use', IN_USE, undefined, { network: id }),
    );
  }

  /** @returns false where another tab has changed it: the list shows what it is now */
  async describe({ id, revision, ...saved }: SavedNetwork, words: NetworkWords): Promise<boolean> {
    const { savedAt: _, bytes: __, ...about } = saved;
    const name = (words.name ?? about.name).slice(0, LONGEST_NAME);
    const isDone = await this.keeper.do('library', async (store) => {
      const done = await store.describe('network', id, revision, { ...about, ...words, name });
      await this.tell(store);
      return done;
    });
    return isDone !== false;
  }

  remove(id: string): Promise<void> {
    return this.look(async (store) => {
      await store.remove('network', [id]);
      await this.tell(store);
    });
  }

  private look<Result>(work: (store: KeepStore) => Promise<Result>): Promise<Result | undefined> {
    return this.keeper.do(undefined, work);
  }

  private async tell(store: KeepStore): Promise<void> {
    const networks: SavedNetwork[] = [];
    for (const header of await store.list('network')) {
      const network = await this.keeper.try(() => readHeader(store, header));
      if (network) networks.push(network);
    }
    this.onList(networks);
    // A browser may take a second to tell: nobody waits for it.
    void this.onSpace(store);
  }
}

/** A person has named, noted or pinned it, or a later page has kept it. */
const isToStay = (network: SavedNetwork | undefined): boolean =>
  !network || network.isPinned || network.name !== '' || network.note !== '';
