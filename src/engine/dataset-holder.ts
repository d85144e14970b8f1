import { DataError, type DataProblem, type DataProgress, type Dataset } from '../data/dataset';
import { type Split, splitTraining } from '../data/split';
import type { DatasetId } from '../model/settings';
import type { DatasetState } from '../protocol/dataset-state';

export interface DataInUse {
  readonly dataset: Dataset;
  readonly split: Split;
}

export interface Loaded {
  readonly dataset: Dataset;
  /** What was tried in vain before. */
  readonly problems: readonly DataProblem[];
}

type Ready = Extract<DatasetState, { status: 'ready' }>;

/** Holds the data in use; others take their place only when they are there and checked. */
export class DatasetHolder {
  inUse: DataInUse | undefined;
  private ready: Ready | undefined;
  private latest = 0;

  constructor(private readonly tell: (state: DatasetState) => void) {}

  /** Loads beside whatever goes on: a run keeps the data it started with. Of several loads the last one counts. */
  async load(id: DatasetId, source: (onProgress: (progress: DataProgress) => void) => Promise<Loaded>) {
    this.latest += 1;
    const request = this.latest;
    const tell = (state: DatasetState) => {
      if (request === this.latest) this.tell(state);
    };
    const onProgress = (progress: DataProgress) => tell({ status: 'loading', id, progress, problems: [] });
    onProgress({ source: '', received: 0, total: 0 });
    try {
      const loaded = await source(onProgress);
      if (request === this.latest) this.take(id, loaded);
    } catch (error) {
      const problems = error instanceof DataError ? error.problems : [unexpected(error, id)];
      tell(this.ready ? { ...this.ready, problems, refused: id } : { status: 'missing', id, problems });
    }
  }

  private take(id: DatasetId, { dataset, problems }: Loaded): void {
    const split = splitTraining(dataset.train.labels.length);
    this.inUse = { dataset, split };
    this.ready = {
      status: 'ready',
      id,
      origin: dataset.origin,
      official: dataset.official,
      train: split.train.length,
      validation: split.validation.length,
      test: dataset.test.labels.length,
      problems,
    };
    this.tell(this.ready);
  }
}

const unexpected = (error: unknown, source: DatasetId): DataProblem => ({
  code: 'unreachable',
  file: '',
  source,
  found: String(error),
});
