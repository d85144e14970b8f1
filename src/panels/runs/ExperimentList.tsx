import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { experimentsWith } from '../../model/experiments';
import { presetOf } from '../../model/presets';
import type { Settings } from '../../model/settings';
import { areAlike } from '../../model/settings-difference';
import { experimentBase } from '../../state/experiments/experiments-selectors';
import { trainBlock } from '../../state/run/run-selectors';
import { isActive } from '../../state/run/run-state';
import { Button } from '../../ui/Button';
import { Toolbar } from '../../ui/Toolbar';
import { useActions, useLab } from '../shared/use-lab';
import { useSettingText } from '../shared/use-setting-text';
import { ExperimentRow } from './ExperimentRow';
import styles from './Runs.module.css';

/** What can be tried with the settings of now, each by a click, or all of it in a row. */
export function ExperimentList() {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.runs' });
  const base = useLab(experimentBase);
  const offered = useMemo(() => experimentsWith(base), [base]);
  const waiting = useLab((state) => state.experiments?.waiting.length ?? 0);
  const active = useLab((state) => isActive(state.run.phase));
  const block = useLab((state) => (isActive(state.run.phase) ? undefined : trainBlock(state)));
  const { experiment, stopExperiments } = useActions();
  const { t: tLab } = useTranslation();
  const all = [base, ...offered.map(({ settings }) => settings)];
  return (
    <>
      <Base base={base} />
      <ul className={styles.offers}>
        <ExperimentRow id="base" base={base} settings={base} isBlocked={active || block !== undefined} />
        {offered.map(({ id, settings }) => (
          <ExperimentRow
            key={id}
            id={id}
            base={base}
            settings={settings}
            isBlocked={active || block !== undefined}
          />
        ))}
      </ul>
      <Toolbar>
        <Button isDisabled={active || block !== undefined} onPress={() => experiment(base, all)}>
          {t('runAll', { count: all.length })}
        </Button>
        <Button isDisabled={!active} onPress={stopExperiments}>
          {t('stop')}
        </Button>
        <span role="status" className={styles.small}>
          {block && tLab(`run.block.${block}`)}
          {active && (waiting > 0 ? t('waiting', { count: waiting }) : t('active'))}
        </span>
      </Toolbar>
    </>
  );
}

/** What the experiments are compared with. */
function Base({ base }: { readonly base: Settings }) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.runs' });
  const { t: tLab } = useTranslation();
  const text = useSettingText();
  const isOther = useLab(({ settings }) => !areAlike(settings, base));
  const settings = useLab((state) => state.settings);
  const active = useLab((state) => isActive(state.run.phase));
  const { experiment } = useActions();
  const name = tLab(`settings.preset.options.${presetOf(base)}`);
  const told = (['activation', 'init', 'optimizer', 'learningRate', 'batchSize', 'epochs'] as const).map(
    (setting) => text(setting, base),
  );
  return (
    <p className={styles.base}>
      {t('base')} <b>{name}</b> <span className={styles.small}>{told.join(' · ')}</span>{' '}
      {isOther && (
        <Button isDisabled={active} onPress={() => experiment(settings, [])}>
          {t('takeAsBase')}
        </Button>
      )}
    </p>
  );
}
