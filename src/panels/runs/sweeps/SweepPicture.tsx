import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '../../../charts/Chart';
import type { Settings } from '../../../model/settings';
import type { Sweep } from '../../../model/sweep';
import { formatShare } from '../../../ui/format';
import { Note } from '../../../ui/Note';
import { useAccuracyText } from '../../shared/accuracy-text';
import { useChartTexts } from '../../shared/use-chart-texts';
import { useSettingWords } from '../../shared/use-setting-text';
import { parallelOf } from './parallel-axes';
import { parallelFigure } from './parallel-figure';
import type { Standing } from './standings';
import { sweptText } from './swept-text';

interface SweepPictureProps {
  readonly sweep: Sweep;
  /** Best first. */
  readonly standings: readonly Standing[];
}

/** Parallel coordinates: an axis a swept setting and one for the accuracy, a line a combination. */
export function SweepPicture({ sweep, standings }: SweepPictureProps) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.sweeps.sweep' });
  const words = useSettingWords();
  const accuracyText = useAccuracyText();
  const { language } = i18n;
  const figure = useMemo(() => {
    const value = (setting: keyof Settings, of: number | string) =>
      words.value(setting, { ...sweep.base, [setting]: of });
    const accuracy = (share: number) => formatShare(share, language, 2);
    const accuracyName = t('accuracy');
    const { axes, lines } = parallelOf(sweep, standings, {
      ...{ name: words.name, value, accuracy, accuracyName },
      read: accuracyText,
    });
    return parallelFigure(axes, lines);
  }, [sweep, standings, words, accuracyText, language, t]);
  const best = standings.find(({ result }) => result.accuracy !== undefined);
  const summary =
    best &&
    t('summary', {
      count: standings.length,
      best: sweptText(sweep, best.settings, words),
      accuracy: best.result.validation && accuracyText(best.result.validation),
    });
  return (
    <>
      <Chart
        figure={figure}
        label={t('picture')}
        summary={summary ?? ''}
        height="260px"
        empty={best ? undefined : t('noResults')}
        texts={useChartTexts()}
      />
      {best && <Note>{t('pictureHint')}</Note>}
    </>
  );
}
