import { useTranslation } from 'react-i18next';
import type { ControlState } from '../../model/lesson';
import type { SettingName } from '../../model/settings';
import { areHidden, controlState, offersPanel } from '../../state/lessons/lesson-selectors';
import type { PanelId } from '../../state/selection/panel-id';
import { useLab } from './use-lab';

interface Control {
  readonly state: ControlState;
  /** Why it can't be used, where a lesson has locked it. */
  readonly reason: string | undefined;
}

/** What a lesson makes of a control: all are open where there is none. */
export function useControl(name: SettingName): Control {
  const { t } = useTranslation();
  const state = useLab((lab) => controlState(lab, name));
  return { state, reason: state === 'locked' ? t('lesson.locked') : undefined };
}

/** Whether a lesson hides all of these: then what stands around them has nothing to show. */
export const useAreHidden = (names: readonly SettingName[]): boolean =>
  useLab((lab) => areHidden(lab, names));

/** Tells whether a panel of results is there: a lesson need not offer all of them. */
export function useOffers(): (panel: PanelId) => boolean {
  const lesson = useLab((state) => state.lesson);
  return (panel) => offersPanel({ lesson }, panel);
}
