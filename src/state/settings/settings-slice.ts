import type { AddressNote } from '../../model/address';
import { CLASSES, classesOf, withClasses } from '../../model/network';
import type { LiveSettings, Settings } from '../../model/settings';
import type { EngineEvent } from '../../protocol/engine-api';
import { classesInUse, classNamesOf, type DataInSight } from '../data/class-selectors';
import { openPatch } from '../lessons/lesson-selectors';
import type { LessonSlice } from '../lessons/open-lesson';
import type { Slice } from '../slice';

export interface SettingsSlice {
  /** What the controls show: the next run's settings. */
  readonly settings: Settings;
  readonly addressNotes: readonly AddressNote[];
}

/** What needs data or a network of other settings follows by itself. */
export interface SettingsChanged {
  readonly type: 'settings-changed';
  readonly patch: Partial<Settings>;
}

export type NotesDismissed = { readonly type: 'notes-dismissed' };

type Heeded = Extract<EngineEvent, { type: 'dataset' | 'adjusted' }> | SettingsChanged | NotesDismissed;

/** What a person has asked of the run under way. */
type Needed = LessonSlice & DataInSight & { readonly run: { readonly asked: Partial<LiveSettings> } };

export const settingsSlice: Slice<SettingsSlice, Heeded, Needed> = {
  initial: ({ settings, notes }) => ({ settings, addressNotes: notes }),
  on: {
    // The control shows the data that are in use, not those that were asked for.
    dataset: ({ settings }, { dataset }) => {
      if (dataset.status !== 'ready') return {};
      const network = withClasses(settings.network, classNamesOf({ dataset }).length);
      return { settings: { ...settings, dataset: dataset.id, network } };
    },
    // A run that repeats what was changed on the way of another takes the controls along, where nobody has moved them.
    adjusted({ settings, run: { asked } }, { changes }) {
      const own = changes.filter(({ name, from }) => settings[name] === from && asked[name] === undefined);
      return { settings: { ...settings, ...Object.fromEntries(own.map(({ name, to }) => [name, to])) } };
    },
    // Whoever asks for it: what a lesson sets stays as it is.
    'settings-changed': (state, { patch }) => ({
      settings: { ...state.settings, ...forClasses(openPatch(state, patch), classesInUse(state)) },
    }),
    'notes-dismissed': () => ({ addressNotes: [] }),
  },
};

/** Presets and lessons bring networks for digits: other data have a unit more for each class more. */
const forClasses = ({ network, ...patch }: Partial<Settings>, classes = CLASSES): Partial<Settings> => ({
  ...patch,
  ...(network && { network: classesOf(network) === CLASSES ? withClasses(network, classes) : network }),
});
