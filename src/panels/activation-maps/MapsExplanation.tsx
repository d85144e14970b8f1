import { useTranslation } from 'react-i18next';
import { Explanation } from '../../ui/Explanation';

export function MapsExplanation() {
  const { t } = useTranslation();
  return (
    <Explanation question={t('explain')}>
      <p>{t('panels.activation-maps.explain.conv')}</p>
      <p>{t('panels.activation-maps.explain.activation')}</p>
      <p>{t('panels.activation-maps.explain.pool')}</p>
      <p>{t('panels.activation-maps.explain.norm')}</p>
      <p>{t('panels.activation-maps.explain.dense')}</p>
      <p>{t('panels.activation-maps.explain.field')}</p>
    </Explanation>
  );
}
