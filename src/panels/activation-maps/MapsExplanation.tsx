import { useTranslation } from 'react-i18next';
import type { LayerType } from '../../model/network';
import { Explanation } from '../../ui/Explanation';
import { PanelTerms } from '../shared/panel-terms';

/** @param types - of the network's layers: what is rare is explained where it occurs */
export function MapsExplanation({ types }: { readonly types: readonly LayerType[] }) {
  const { t } = useTranslation();
  return (
    <Explanation question={t('explain')}>
      <p>{t('panels.activation-maps.explain.conv')}</p>
      {types.includes('separable-conv') && <p>{t('panels.activation-maps.explain.separable')}</p>}
      <p>{t('panels.activation-maps.explain.activation')}</p>
      {types.includes('residual') && <p>{t('panels.activation-maps.explain.residual')}</p>}
      <p>{t('panels.activation-maps.explain.pool')}</p>
      <p>{t('panels.activation-maps.explain.norm')}</p>
      <p>{t('panels.activation-maps.explain.dense')}</p>
      <p>{t('panels.activation-maps.explain.field')}</p>
      <PanelTerms panel="activation-maps" />
    </Explanation>
  );
}
