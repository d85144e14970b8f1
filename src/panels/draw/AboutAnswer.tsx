import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { temperatureOf } from '../../state/inspection/temperature';
import { Explanation } from '../../ui/Explanation';
import { formatNumber } from '../../ui/format';
import { PanelTerms } from '../shared/panel-terms';
import { useReadsDigits } from '../shared/use-class-names';
import { useLab } from '../shared/use-lab';

/** What the percentages mean, and where the doubts come from. */
export const AboutAnswer = memo(function AboutAnswer() {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.draw.about' });
  const temperature = useLab(temperatureOf);
  const readsDigits = useReadsDigits();
  return (
    <Explanation question={t('question')}>
      <p>
        {temperature === undefined
          ? t('uncalibrated')
          : t('calibrated', { temperature: formatNumber(temperature, i18n.language, 2) })}
      </p>
      <p>{t('nearest')}</p>
      {readsDigits && <p>{t('detector')}</p>}
      <PanelTerms panel="draw" />
    </Explanation>
  );
});
