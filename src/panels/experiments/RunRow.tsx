import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { wilson } from '../../metrics/interval';
import { presetOf } from '../../model/presets';
import type { Settings } from '../../model/settings';
import { areAlike, differingSettings } from '../../model/settings-difference';
import { differenceOfRuns, type FinishedRun } from '../../state/run/finished-run';
import { Button } from '../../ui/Button';
import { formatNumber, formatPoints } from '../../ui/format';
import { useActions, useLab } from '../shared/use-lab';
import styles from './Experiments.module.css';
import { RunSwatch } from './RunSwatch';
import { useSettingText } from './use-setting-text';

interface RunRowProps {
  readonly run: FinishedRun;
  readonly base: Settings;
  readonly baseRun: FinishedRun | undefined;
  readonly isShown: boolean;
  readonly onShow: (isShown: boolean) => void;
}

export function RunRow({ run, base, baseRun, isShown, onShow }: RunRowProps) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.experiments' });
  const { restore } = useActions();
  const isSet = useLab(({ settings }) => areAlike(settings, run.settings));
  const { right, images, loss } = run.test;
  const interval = wilson(right, images);
  const percent = (share: number) => formatNumber(100 * share, i18n.language, 2);
  const number = (value: number, digits: number) => formatNumber(value, i18n.language, digits);
  return (
    <tr>
      <th scope="row">
        <label className={styles.curve}>
          <input
            type="checkbox"
            checked={isShown}
            aria-label={t('showCurve', { run: run.number })}
            onChange={(event) => onShow(event.target.checked)}
          />
          <RunSwatch run={run.number} /> {run.number}
        </label>
      </th>
      <Changed run={run} base={base} />
      <td>
        <b>{percent(right / images)}</b>
        {interval && (
          <small>{t('interval', { low: percent(interval.low), high: percent(interval.high) })}</small>
        )}
      </td>
      <Difference run={run} baseRun={baseRun} />
      <td>{number(loss, 4)}</td>
      <td>{number(run.settings.epochs, 0)}</td>
      <td>{number(run.seconds, 1)}</td>
      <td>
        <Button
          isDisabled={isSet}
          aria-label={t(isSet ? 'inUseNamed' : 'useNamed', { run: run.number })}
          onPress={() => restore(run.settings)}
        >
          {t(isSet ? 'inUse' : 'use')}
        </Button>
      </td>
    </tr>
  );
}

/** In what the run differs from the base. */
function Changed({ run, base }: { readonly run: FinishedRun; readonly base: Settings }) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.experiments' });
  const { t: tLab } = useTranslation();
  const text = useSettingText();
  const preset = presetOf(run.settings);
  const names = differingSettings(base, run.settings);
  // Another network is named; of its layers nobody would read the notation.
  const isOther = names.includes('network') && preset !== 'custom';
  const changes = names
    .filter((name) => !(isOther && name === 'network'))
    .map((name) => text(name, run.settings));
  const network = isOther ? [tLab(`settings.preset.options.${preset}`)] : [];
  const all = [...network, ...changes];
  return <td className={styles.changed}>{all.length > 0 ? all.join(', ') : t('asBase')}</td>;
}

/** How much more of the test images it reads than the base. */
function Difference({ run, baseRun }: Pick<RunRowProps, 'run' | 'baseRun'>) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.experiments' });
  const difference = useMemo(
    () => (baseRun && baseRun !== run ? differenceOfRuns(run, baseRun) : undefined),
    [run, baseRun],
  );
  if (run === baseRun) return <td>{t('isBase')}</td>;
  if (!difference) return <td>{baseRun ? t('otherData') : '–'}</td>;
  const points = (share: number) => formatPoints(share, i18n.language);
  const { accuracy, interval, isPaired } = difference;
  const isMore = interval.low > 0 || interval.high < 0;
  return (
    <td>
      <span className={styles.difference} data-more={isMore || undefined}>
        {points(accuracy)}
      </span>
      <small>
        {t(isPaired ? 'interval' : 'unpaired', { low: points(interval.low), high: points(interval.high) })}
      </small>
    </td>
  );
}
