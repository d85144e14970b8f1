import type { KeepStore } from '../keeping/keep-store';
import type { Keeper } from '../keeping/keeper';
import { dataOfThen } from '../run/run-state';
import type { RunRecord } from './run-record';

const FORMAT = 1;

interface KeptRecord {
  readonly format: typeof FORMAT;
  readonly record: RunRecord;
}

/** The records of runs, in the order of their beginning, as long as this browser keeps them. */
export class KeptRecords {
  constructor(private readonly keeper: Keeper) {}

  /** Those that can't be read any more are left out, which is told. */
  all(): Promise<readonly RunRecord[] | undefined> {
    return this.keeper.do(undefined, async (store) => {
      const records: RunRecord[] = [];
      for (const { id } of await store.list('record')) {
        const record = await this.keeper.try(() => this.read(store, id));
        if (record) records.push(record);
      }
      return records.toSorted((a, b) => a.startedAt - b.startedAt);
    });
  }

  /** What has become of the list since. */
  follow(now: readonly RunRecord[], before: readonly RunRecord[]): void {
    if (now === before) return;
    const known = new Map(before.map((record) => [record.id, record]));
    const others = now.filter((record) => known.get(record.id) !== record);
    const left = new Set(now.map(({ id }) => id));
    const gone = before.flatMap(({ id }) => (left.has(id) ? [] : [id]));
    if (others.length + gone.length === 0) return;
    void this.keeper.do('record', async (store) => {
      for (const record of others) {
        const kept: KeptRecord = { format: FORMAT, record };
        await store.put('record', record.id, undefined, kept);
      }
      await store.remove('record', gone);
    });
  }

  private async read(store: KeepStore, id: string): Promise<RunRecord | undefined> {
    const kept = (await store.read('record', id)) as Partial<KeptRecord> | undefined;
    if (kept?.format !== FORMAT || !kept.record) return undefined;
    const { record } = kept;
    return { ...record, data: dataOfThen(record.data, record.startedAt) };
  }
}
