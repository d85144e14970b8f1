import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExperimentId } from '../../model/experiments';
import type { Settings } from '../../model/settings';
import { areAlike, differingSettings } from '../../model/settings-difference';
import { isRunOf, isTested } from '../../state/history/run-record';
import type { LabState } from '../../state/lab-state';
import { isActive } from '../../state/run/run-state';
import { Button } from '../../ui/Button';
import { Note } from '../../ui/Note';
import { useAccuracyText } from '../shared/accuracy-text';
import { useActions, useLab } from '../shared/use-lab';
import { useSettingText } from '../shared/use-setting-text';
import styles from './Runs.module.css';

interface ExperimentRowProps {
  /** `base`: as it is */
  readonly id: ExperimentId | 'base';
  readonly base: Settings;
  readonly settings: Settings;
  /** No run can be started now. */
  readonly isBlocked: boolean;
}

/** One thing to try: why, what it changes, the button, and how it came out. */
export function ExperimentRow({ id, base, settings, isBlocked }: ExperimentRowProps) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.runs' });
  const text = useSettingText();
  const { experiment } = useActions();
  const changes = differingSettings(base, settings).map((name) => text(name, settings));
  return (
    <li>
      <div>
        <b>{t(`names.${id}`)}</b>
        <Note>{t(`reasons.${id}`)}</Note>
        {changes.length > 0 && <Note>{t('sets', { changes: changes.join(', ') })}</Note>}
      </div>
      <Outcome settings={settings} />
      <Button
        isDisabled={isBlocked}
        aria-label={t('tryNamed', { name: t(`names.${id}`) })}
        onPress={() => experiment(base, [settings])}
      >
        {t('try')}
      </Button>
    </li>
  );
}

/** How the last run with these settings came out, or that it is under way. */
function Outcome({ settings }: { readonly settings: Settings }) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.runs' });
  const accuracyText = useAccuracyText();
  const stage = useLab((state) => stageOf(state, settings));
  const runs = useLab((state) => state.runs);
  const last = useMemo(
    () => runs.filter(isTested).findLast((run) => isRunOf(run, settings)),
    [runs, settings],
  );
  if (stage) return <span className={styles.outcome}>{t(`stages.${stage}`)}</span>;
  if (!last) return null;
  return (
    <span className={styles.outcome}>
      {t('outcome', { run: last.number, accuracy: accuracyText(last.test) })}
    </span>
  );
}

function stageOf({ run, experiments }: LabState, settings: Settings): 'running' | 'waiting' | undefined {
  if (isActive(run.phase) && run.settings && areAlike(run.settings, settings)) return 'running';
  return experiments?.waiting.some((one) => areAlike(one, settings)) ? 'waiting' : undefined;
}
