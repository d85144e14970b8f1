import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { areAlike } from '../../../model/settings-difference';
import type { Sweep } from '../../../model/sweep';
import { runningSweep } from '../../../state/sweeps/sweeps-selectors';
import { Button } from '../../../ui/Button';
import { Scroll } from '../../../ui/Scroll';
import { Table } from '../../../ui/Table';
import { useActions, useLab } from '../../shared/use-lab';
import { useSettingWords } from '../../shared/use-setting-text';
import { AccuracyCell } from '../AccuracyCell';
import { useStepText } from '../use-step-text';
import { RunLink } from './RunLink';
import styles from './Sweeps.module.css';
import type { Standing } from './standings';
import { sweptText } from './swept-text';

interface SweepTableProps {
  readonly sweep: Sweep;
  /** Best first. */
  readonly standings: readonly Standing[];
}

/** Every combination that was trained, with what it read of the validation images. */
export function SweepTable({ sweep, standings }: SweepTableProps) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.sweeps.sweep' });
  const words = useSettingWords();
  const now = useLab(({ settings }) => settings);
  const isBusy = useLab((state) => runningSweep(state) !== undefined);
  return (
    <Scroll label={t('results')}>
      <Table caption={t('caption')} className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('run')}</th>
            {sweep.axes.map(({ setting }) => (
              <th scope="col" key={setting}>
                {words.name(setting)}
              </th>
            ))}
            {(['epochs', 'validation'] as const).map((column) => (
              <th scope="col" key={column}>
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {standings.map((standing) => (
            <Row
              key={standing.result.trial}
              sweep={sweep}
              {...standing}
              isSet={areAlike(now, standing.settings)}
              isBusy={isBusy}
            />
          ))}
        </tbody>
      </Table>
    </Scroll>
  );
}

interface RowProps extends Standing {
  readonly sweep: Sweep;
  /** The controls show these settings. */
  readonly isSet: boolean;
  /** The controls follow a sweep. */
  readonly isBusy: boolean;
}

/** Remembered: the controls change with every run. */
const Row = memo(function Row({ sweep, result, settings, epochs, isSet, isBusy }: RowProps) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.sweeps.sweep' });
  const words = useSettingWords();
  const { restore } = useActions();
  const { run, validation } = result;
  const record = useLab(({ runs }) => runs.find(({ id }) => id === run));
  const stepText = useStepText();
  const named = { setting: sweptText(sweep, settings, words) };
  return (
    <tr>
      <th scope="row">
        <RunLink run={run} isElsewhere={validation !== undefined} />{' '}
        {record && <small>{stepText(record)}</small>}
        <Button
          isDisabled={isSet || isBusy}
          aria-label={t(isSet ? 'inUseNamed' : 'useNamed', named)}
          onPress={() => restore(settings)}
        >
          {t(isSet ? 'inUse' : 'use')}
        </Button>
      </th>
      {sweep.axes.map(({ setting }) => (
        <td key={setting}>{words.value(setting, settings)}</td>
      ))}
      <td>{epochs}</td>
      {validation ? <AccuracyCell reading={validation} /> : <td>{t('failed')}</td>}
    </tr>
  );
});
