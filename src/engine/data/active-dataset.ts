import { DataError, type DataProblem, type DataProgress, type Dataset } from '../../data/dataset';
import { type Split, splitOf } from '../../data/split';
import type { DatasetId } from '../../model/settings';
import type { DatasetState } from '../../protocol/data/dataset-state';
import { LatestTask } from '../latest-task';

export interface DataInUse {
  readonly dataset: Dataset;
  readonly split: Split;
}

interface Loaded {
  readonly dataset: Dataset;
  /** What was tried in vain before. */
  readonly problems: readonly DataProblem[];
}

/**
 * Where data come from.
 * @param isWanted - false as soon as others are asked for
 */
export type DataSource = (
  onProgress: (progress: DataProgress) => void,
  isWanted: () => boolean,
) => Promise<Loaded>;

type Ready = Extract<DatasetState, { status: 'ready' }>;

/** Holds the data in use; others take their place only when they are there and checked. */
export class ActiveDataset {
  inUse: DataInUse | undefined;
  private ready: Ready | undefined;
  /** Data that could not be had, while there were no others. */
  private missing: Extract<DatasetState, { status: 'missing' }> | undefined;
  private readonly loads = new LatestTask();

  constructor(private readonly tell: (state: DatasetState) => void) {}

  /**
   * Loads beside whatever goes on: a run keeps the data it started with. Of several loads the last one counts.
   * @returns false where there are no data at all because these could not be had
   */
  async load(id: DatasetId, source: DataSource): Promise<boolean> {
    const signal = this.loads.begin();
    const isWanted = () => !signal.aborted;
    const onProgress = (progress: DataProgress) => {
      if (isWanted()) this.tell({ status: 'loading', id, progress, problems: [] });
    };
    onProgress({ source: '', received: 0, total: 0 });
    try {
      const loaded = await source(onProgress, isWanted);
      if (isWanted()) this.take(id, loaded);
    } catch (error) {
      const problems = error instanceof DataError ? error.problems : [unexpected(error, id)];
      if (isWanted()) this.refuse(id, problems);
    }
    return !isWanted() || this.ready !== undefined;
  }

  /** Loads what takes the place of data that could not be had, and says so. */
  async loadInstead(id: DatasetId, source: DataSource): Promise<void> {
    const { missing } = this;
    await this.load(id, source);
    if (!missing || this.ready?.id !== id) return;
    this.tell({ ...this.ready, problems: missing.problems, refused: missing.id });
  }

  /** Takes data into use that are there already. Those that are on their way are not wanted any more. */
  use(id: DatasetId, loaded: Loaded): void {
    this.loads.cancel();
    this.take(id, loaded);
  }

  private take(id: DatasetId, { dataset, problems }: Loaded): void {
    const split = splitOf(dataset);
    this.inUse = { dataset, split };
    const { origin, official, classNames } = dataset;
    this.ready = {
      status: 'ready',
      id,
      origin,
      official,
      ...(classNames && { classNames }),
      train: split.train.length,
      validation: split.validation.length,
      test: dataset.test.labels.length,
      problems,
    };
    this.tell(this.ready);
  }

  private refuse(id: DatasetId, problems: readonly DataProblem[]): void {
    if (this.ready) {
      this.tell({ ...this.ready, problems, refused: id });
      return;
    }
    this.missing = { status: 'missing', id, problems };
    this.tell(this.missing);
  }
}

const unexpected = (error: unknown, source: DatasetId): DataProblem => ({
  code: 'unreachable',
  file: '',
  source,
  found: String(error),
});
