import type { DatasetId } from '../../model/settings';
import type { DatasetState } from '../../protocol/data/dataset-state';
import type { FilePreview } from '../../protocol/data/file-preview';
import type { EngineEvent } from '../../protocol/engine-api';
import type { EngineLost } from '../engine/engine-slice';
import type { SettingsSlice } from '../settings/settings-slice';
import type { Slice } from '../slice';

export interface DataSlice {
  readonly dataset: DatasetState;
  /** A person's own files that are not in use yet; undefined while there are none. */
  readonly filePreview: FilePreview | undefined;
  /** Grows with each data set that is taken into use, so that two of a person's own can be told apart. */
  readonly dataVersion: number;
  /** A person's files were in use in this visit, and can be taken back. */
  readonly hasOwnFiles: boolean;
  /** Which files of a person were in use last, from 1 in the order in which they agreed to them: reloaded, they are the same. */
  readonly filesInUse: number;
}

/** Which files those are that have come into use. */
export interface FilesKnown {
  readonly type: 'files-known';
  readonly files: number;
}

type Heeded = Extract<EngineEvent, { type: 'dataset' | 'file-preview' }> | FilesKnown | EngineLost;

export const dataSlice: Slice<DataSlice, Heeded, SettingsSlice> = {
  initial: ({ settings }) => ({
    dataset: loading(settings.dataset),
    filePreview: undefined,
    dataVersion: 0,
    hasOwnFiles: false,
    filesInUse: 0,
  }),
  on: {
    dataset({ dataVersion, hasOwnFiles }, { dataset }) {
      if (!areOtherData(dataset)) return { dataset };
      return {
        dataset,
        dataVersion: dataVersion + 1,
        hasOwnFiles: hasOwnFiles || dataset.id === 'files',
      };
    },
    'files-known': (_, { files }) => ({ filesInUse: files }),
    'file-preview': (_, { preview }) => ({ filePreview: preview }),
    'engine-lost': ({ settings }) => ({ dataset: loading(settings.dataset), filePreview: undefined }),
  },
};

/** Others are in use from now on: positions are of other images. Not where the data of before stay, as others were refused. */
export const areOtherData = (dataset: DatasetState): boolean =>
  dataset.status === 'ready' && dataset.refused === undefined;

const loading = (id: DatasetId): DatasetState => ({
  status: 'loading',
  id,
  progress: { source: '', received: 0, total: 0 },
  problems: [],
});
