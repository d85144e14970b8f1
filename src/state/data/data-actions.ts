import type { GivenFile } from '../../data/given-file';
import type { Adjustments } from '../../data/understand/choices';
import { type DatasetId, digitOptions, needsOtherData } from '../../model/settings';
import type { EngineEvent } from '../../protocol/engine-api';
import type { ActionContext, Controller } from '../controller';
import type { EngineStarted } from '../engine/engine-slice';
import { mayChooseData } from '../lessons/lesson-selectors';
import type { LessonSlice } from '../lessons/open-lesson';
import type { SettingsChanged, SettingsSlice } from '../settings/settings-slice';
import type { DataSlice, FilesKnown } from './data-slice';
import { OwnFiles } from './own-files';

interface DataActions {
  /** Reads files, to be seen in `filePreview`; the data in use stay. */
  previewFiles(files: readonly GivenFile[]): void;
  /** Has the files that were read understood in another way. */
  adjustPreview(adjustments: Adjustments): void;
  /** The file that was given last, where it was one alone. */
  givenFile(): Blob | undefined;
  /**
   * Takes the files that were understood into use.
   * @param classNames - of each class; undefined for the digits
   */
  usePreview(classNames: readonly string[] | undefined): void;
  /** Puts the preview away, or ends the reading. */
  cancelPreview(): void;
  /** MNIST, from this page’s server or the mirrors, once more if need be; digits drawn by the lab; or the files that were in use. */
  chooseDataset(id: DatasetId): void;
}

type State = DataSlice & SettingsSlice & LessonSlice;
type DatasetTold = Extract<EngineEvent, { type: 'dataset' }>;
type Dispatched = Extract<EngineEvent, { type: 'dataset' | 'file-preview' }> | FilesKnown | SettingsChanged;

export function controlData({
  state,
  dispatch,
  subscribe,
  engine,
  images,
  base,
}: ActionContext<State, Dispatched>): Controller<
  DataActions,
  DatasetTold | SettingsChanged | EngineStarted,
  State
> {
  const ownFiles = new OwnFiles(engine);
  subscribe(({ dataVersion }, before) => {
    if (dataVersion !== before.dataVersion) images.forget();
  });

  function load(id: DatasetId): void {
    const options = digitOptions(state().settings);
    switch (id) {
      case 'mnist':
        engine.ask('loadMnist', base, options);
        return;
      case 'synthetic':
        engine.ask('loadSynthetic', options);
        return;
      case 'files':
        // An address can ask for files of one's own, but not bring them.
        if (!ownFiles.load()) {
          dispatch({ type: 'dataset', dataset: { status: 'missing', id, problems: [] } });
        }
        return;
      default:
        id satisfies never;
    }
  }

  return {
    actions: {
      previewFiles(files) {
        if (!mayChooseData(state(), 'files')) return;
        dispatch({ type: 'file-preview', preview: { status: 'reading', done: 0 } });
        ownFiles.preview(files);
      },
      adjustPreview(adjustments) {
        const preview = state().filePreview;
        if (preview?.status !== 'understood') return;
        // Another change that comes meanwhile adds to this one.
        const understood = { ...preview.understood, adjustments, isBusy: true };
        dispatch({ type: 'file-preview', preview: { status: 'understood', understood } });
        engine.ask('adjustPreview', adjustments);
      },
      givenFile: () => ownFiles.only,
      usePreview(classNames) {
        const preview = state().filePreview;
        ownFiles.agree(classNames, preview?.status === 'understood' ? preview.understood.adjustments : {});
      },
      cancelPreview: () => ownFiles.cancel(),
      chooseDataset(id) {
        if (!mayChooseData(state(), id)) return;
        // Digits can always be drawn; MNIST may not be had.
        if (id === 'synthetic') dispatch({ type: 'settings-changed', patch: { dataset: id } });
        else load(id);
      },
    },
    after: {
      'engine-started': () => load(state().settings.dataset),
      'settings-changed': (_, before) => {
        const { settings } = state();
        if (needsOtherData(before.settings, settings)) load(settings.dataset);
      },
      dataset({ dataset }) {
        const files = ownFiles.told(dataset);
        if (files !== undefined) dispatch({ type: 'files-known', files });
      },
    },
  };
}
