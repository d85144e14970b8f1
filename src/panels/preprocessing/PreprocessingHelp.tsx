import { useTranslation } from 'react-i18next';
import { INK_STEPS } from '../../ink/steps';
import { Explanation } from '../../ui/Explanation';
import { PanelTerms } from '../shared/panel-terms';

/** What each step is for. */
export function PreprocessingHelp() {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.preprocessing' });
  return (
    <Explanation question={t('question')}>
      <p>{t('explanation')}</p>
      {INK_STEPS.map((step) => (
        <p key={step}>
          <b>{t(`steps.${step}.label`)}</b> {t(`steps.${step}.on`)}
        </p>
      ))}
      <p>{t('area')}</p>
      <PanelTerms panel="preprocessing" />
    </Explanation>
  );
}
