import type { Settings } from '../../model/settings';
import type { ActionContext, Controller } from '../controller';
import type { NotesDismissed, SettingsChanged } from './settings-slice';

interface SettingsActions {
  change(patch: Partial<Settings>): void;
  dismissNotes(): void;
}

export const controlSettings = ({
  dispatch,
}: ActionContext<unknown, SettingsChanged | NotesDismissed>): Controller<SettingsActions> => ({
  actions: {
    change: (patch) => dispatch({ type: 'settings-changed', patch }),
    dismissNotes: () => dispatch({ type: 'notes-dismissed' }),
  },
});
