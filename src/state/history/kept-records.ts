import { keptRecordSchema } from '../../model/kept-run';
import type { RunId } from '../../protocol/history';
import type { KeepStore } from '../keeping/keep-store';
import type { Keeper } from '../keeping/keeper';
import { readKept } from '../keeping/read-kept';
import { dataOfThen } from '../run/run-state';
import type { RunRecord } from './run-record';

const FORMAT = 1;

interface KeptRecord {
  readonly format: typeof FORMAT;
  readonly record: RunRecord;
}

/** The records of runs as long as this browser keeps them, and this tab's list of them: each follows the other. */
export class KeptRecords {
  /** As they were kept or found last. */
  private readonly known = new Map<RunId, RunRecord>();
  /** That were read. */
  private readonly revisions = new Map<RunId, number>();

  constructor(
    private readonly keeper: Keeper,
    /** The list as it is now. */
    private readonly runs: () => readonly RunRecord[],
    /** What is other in the list than it was: other tabs have kept it, or removed it. */
    private readonly show: (found: readonly RunRecord[], gone: readonly RunId[]) => void,
  ) {}

  /** Shows what has been kept since the last time. What can't be read any more is left out, which is told. */
  async find(): Promise<void> {
    await this.keeper.do(undefined, async (store) => {
      const headers = await store.list('record');
      const read: RunRecord[] = [];
      for (const { id, revision } of headers) {
        if (this.revisions.get(id) === revision) continue;
        const record = await this.keeper.try(() => this.read(store, id));
        this.revisions.set(id, revision);
        if (record) read.push(record);
      }
      const here = new Map(this.runs().map((record) => [record.id, record]));
      // What was changed here meanwhile is about to be kept.
      const others = read.filter(({ id }) => here.get(id) === this.known.get(id));
      // Which data a run of this visit had is known here alone.
      const found = others.map((record) => {
        const own = here.get(record.id);
        return own ? { ...record, data: own.data } : record;
      });
      const kept = new Set(headers.map(({ id }) => id));
      const gone = [...this.known.keys()].filter((id) => !kept.has(id));
      for (const record of found) this.known.set(record.id, record);
      this.forget(gone);
      if (found.length + gone.length > 0) this.show(found, gone);
    });
  }

  /** Keeps the list as it is. */
  keep(): void {
    void this.keeper.do('record', async (store) => {
      const runs = this.runs();
      const others = runs.filter((record) => this.known.get(record.id) !== record);
      const left = new Set(runs.map(({ id }) => id));
      const gone = [...this.known.keys()].filter((id) => !left.has(id));
      if (others.length + gone.length === 0) return;
      const kept = new Set((await store.list('record')).map(({ id }) => id));
      for (const record of others) {
        // Another tab has removed it: it is not brought back by other words about it.
        if (this.known.has(record.id) && !kept.has(record.id)) continue;
        const body: KeptRecord = { format: FORMAT, record };
        await store.put('record', record.id, undefined, body);
        this.known.set(record.id, record);
      }
      await store.remove('record', gone);
      this.forget(gone);
    });
  }

  private async read(store: KeepStore, id: RunId): Promise<RunRecord | undefined> {
    const kept: KeptRecord | undefined = await readKept(store, 'record', id, keptRecordSchema);
    return kept && { ...kept.record, data: dataOfThen(kept.record.data, kept.record.startedAt) };
  }

  private forget(ids: readonly RunId[]): void {
    for (const id of ids) {
      this.known.delete(id);
      this.revisions.delete(id);
    }
  }
}
