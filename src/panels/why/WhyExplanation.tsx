import { useTranslation } from 'react-i18next';
import { Explanation } from '../../ui/Explanation';
import { PanelTerms } from '../shared/panel-terms';

export function WhyExplanation() {
  const { t } = useTranslation();
  return (
    <Explanation question={t('explain')}>
      <p>{t('panels.why.explain.logit')}</p>
      <p>
        <b>{t('panels.why.saliency')}</b> {t('panels.why.explain.saliency')}
      </p>
      <p>
        <code translate="no">∂ logit / ∂ pixel</code>
      </p>
      <p>
        <b>{t('panels.why.gradCam')}</b> {t('panels.why.explain.gradCam')}
      </p>
      <p>
        <code translate="no">ReLU(Σₖ αₖ · Aₖ), αₖ = mean over y, x of ∂ logit / ∂ Aₖ(y, x)</code>
      </p>
      <p>{t('panels.why.explain.limits')}</p>
      <PanelTerms panel="why" />
    </Explanation>
  );
}
