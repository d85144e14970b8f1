import { DataError, type DataProblem, type Dataset, type LabelledImages } from '../../data/dataset';
import type { GivenFile } from '../../data/given-file';
import { imagesAt } from '../../data/images-at';
import { YOUR_FILES } from '../../data/mnist-sources';
import type { FilesRead, FilesReading, ReadFilesOptions } from '../../data/read-files';
import { splitOf, USUAL_ONE_IN } from '../../data/split';
import type { Adjustments } from '../../data/understand/choices';
import { numberNames, properNames } from '../../model/class-names';
import { CLASSES } from '../../model/network';
import type { FilePreview, Understood } from '../../protocol/data/file-preview';
import { LatestTask } from '../latest-task';

interface FilePreviewsParts {
  readonly read: (
    files: readonly GivenFile[],
    options: Pick<ReadFilesOptions, 'onProgress' | 'signal'>,
    set?: string,
  ) => Promise<FilesReading>;
  readonly understand: (reading: FilesReading, adjustments: Adjustments) => Promise<FilesRead>;
  readonly tell: (preview: FilePreview | undefined) => void;
  readonly use: (dataset: Dataset) => void;
}

/** Files that were read, and what they were understood to be last. */
interface KeptFiles {
  readonly files: readonly GivenFile[];
  readonly reading: FilesReading;
  readonly dataset: Dataset;
  readonly understood: Understood;
}

const SAMPLES = 20;

/** Reads a person's files and keeps the last ones until they are used or put away. */
export class FilePreviews {
  private kept: KeptFiles | undefined;
  private readonly tasks = new LatestTask();

  constructor(private readonly parts: FilePreviewsParts) {}

  async read(files: readonly GivenFile[]): Promise<void> {
    const signal = this.tasks.begin();
    this.kept = undefined;
    const tell = (preview: FilePreview) => {
      if (!signal.aborted) this.parts.tell(preview);
    };
    let told = 0;
    const onProgress = (done: number, total: number) => {
      const share = total > 0 ? done / total : 0;
      if (share - told < 0.01) return;
      told = share;
      tell({ status: 'reading', done: share });
    };
    tell({ status: 'reading', done: 0 });
    try {
      const reading = await this.parts.read(files, { onProgress, signal });
      const read = await this.parts.understand(reading, {});
      if (!signal.aborted) this.keep(files, reading, read, {});
    } catch (error) {
      tell({ status: 'refused', problems: problemsOf(error) });
    }
  }

  /** Understands the files that are kept in another way; where that can't be, they stay as they were. */
  async adjust(adjustments: Adjustments): Promise<void> {
    const { kept } = this;
    if (!kept) return;
    const signal = this.tasks.begin();
    try {
      const { set } = adjustments;
      const isAnother = set !== undefined && set !== kept.reading.sets?.taken;
      const reading = isAnother ? await this.parts.read(kept.files, { signal }, set) : kept.reading;
      const read = await this.parts.understand(reading, adjustments);
      if (!signal.aborted) this.keep(kept.files, reading, read, adjustments);
    } catch (error) {
      const understood = { ...kept.understood, problems: problemsOf(error) };
      if (!signal.aborted) this.parts.tell({ status: 'understood', understood });
    }
  }

  use(classNames: readonly string[] | undefined): void {
    const { kept } = this;
    if (!kept) return;
    this.letGo();
    this.parts.use(namedDataset(kept.dataset, kept.understood.classes, classNames));
    this.parts.tell(undefined);
  }

  cancel(): void {
    this.letGo();
    this.parts.tell(undefined);
  }

  private keep(
    files: readonly GivenFile[],
    reading: FilesReading,
    read: FilesRead,
    adjustments: Adjustments,
  ): void {
    const understood = understoodOf(read, adjustments);
    this.kept = { files, reading, dataset: read.dataset, understood };
    this.parts.tell({ status: 'understood', understood });
  }

  private letGo(): void {
    this.tasks.cancel();
    this.kept = undefined;
  }
}

/** @param classNames - of each class; undefined for the digits, or for numbers where there are more */
export function namedDataset(
  dataset: Dataset,
  classes: number,
  classNames: readonly string[] | undefined,
): Dataset {
  if (classNames) return { ...dataset, classNames: properNames(classNames, classes) };
  return classes > CLASSES ? { ...dataset, classNames: numberNames(classes) } : dataset;
}

function understoodOf(
  {
    dataset,
    format,
    notes,
    guesses,
    arrays,
    areByShape,
    testOneIn,
    warnings,
    classes,
    folderNames,
    naming,
    sets,
  }: FilesRead,
  adjustments: Adjustments,
): Understood {
  const { train, test, official, origin } = dataset;
  const split = splitOf(dataset);
  return {
    name: origin,
    format,
    ...(sets && { sets }),
    official,
    train: split.train.length,
    validation: split.validation.length,
    test: test.labels.length,
    classes,
    classCounts: { train: countsOf(train, classes), test: countsOf(test, classes) },
    guesses,
    arrays,
    areByShape,
    ...(testOneIn !== undefined && { testOneIn }),
    validationOneIn: dataset.validationOneIn ?? USUAL_ONE_IN.validation,
    notes,
    warnings,
    adjustments,
    ...(folderNames && { folderNames }),
    naming,
    samples: samplesOf(train),
  };
}

function countsOf({ labels }: LabelledImages, classes: number): number[] {
  const counts: number[] = Array(classes).fill(0);
  for (const label of labels) counts[label] = (counts[label] ?? 0) + 1;
  return counts;
}

/** At equal distances: sets that are sorted by class show all of them. */
function samplesOf(set: LabelledImages): LabelledImages {
  const count = Math.min(SAMPLES, set.labels.length);
  const positions = Uint32Array.from({ length: count }, (_, i) =>
    Math.floor(((i + 0.5) * set.labels.length) / count),
  );
  return imagesAt(set, positions);
}

function problemsOf(error: unknown): readonly DataProblem[] {
  if (error instanceof DataError) return error.problems;
  return [{ code: 'unreadable', file: '', source: YOUR_FILES, found: String(error) }];
}
