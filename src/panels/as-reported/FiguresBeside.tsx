import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { compareWithReported } from '../../metrics/compare-reported';
import type { AuthoredPresetId, ReportedFigures } from '../../model/reported';
import { formatShare } from '../../ui/format';
import { Note } from '../../ui/Note';
import styles from './AsReported.module.css';
import { FiguresTable } from './FiguresTable';
import { Overall } from './Overall';
import { RunNote } from './RunNote';
import { useRunBeside } from './use-run-beside';

interface FiguresBesideProps {
  readonly preset: AuthoredPresetId;
  readonly figures: ReportedFigures;
}

/** The reported figures, beside those of the run in sight where it is of the same network. */
export function FiguresBeside({ preset, figures }: FiguresBesideProps) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.as-reported' });
  const beside = useRunBeside(preset);
  const confusion = beside.status === 'tested' && beside.areDigits ? beside.test.confusion : undefined;
  const comparison = useMemo(
    () => confusion && compareWithReported(figures, confusion),
    [figures, confusion],
  );
  const earlier = beside.status === 'tested' ? beside.earlier : undefined;
  const name = earlier ? t('earlier.name', { number: earlier.number }) : t('run');
  return (
    <>
      {comparison ? (
        <Overall compared={comparison.overall} run={name} />
      ) : (
        <p className={styles.overall}>
          {t('reportedAlone', { accuracy: formatShare(figures.accuracy, i18n.language, 2) })}
        </p>
      )}
      <Note>{t('best')}</Note>
      <RunNote beside={beside} />
      <FiguresTable figures={figures} comparison={comparison} run={name} />
    </>
  );
}
