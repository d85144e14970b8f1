import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { CONVOLUTIONS } from '../../model/network';
import { weightLayers } from '../../model/weight-layers';
import { isTrained } from '../../state/network/network-selectors';
import { Explanation } from '../../ui/Explanation';
import { Section } from '../../ui/Section';
import { PanelTerms } from '../shared/panel-terms';
import { Term, TermText } from '../shared/term';
import { useLab } from '../shared/use-lab';
import { LayerFilters } from './LayerFilters';

/** What the convolutions look for: their kernels as pictures, live while they learn. */
export function Filters() {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.filters' });
  const { t: tCommon } = useTranslation();
  const network = useLab((state) => state.built?.network);
  const selected = useLab((state) => state.selection.layer);
  const trained = useLab(isTrained);
  const layers = useMemo(() => (network ? weightLayers(network, CONVOLUTIONS) : []), [network]);
  const layer = layers.find((candidate) => candidate.layer === selected) ?? layers[0];

  return (
    <Section
      title={t('title')}
      word={<Term id="filter">{t('title')}</Term>}
      note={layer && <TermText>{t(trained ? 'learnt' : 'untrained')}</TermText>}
    >
      <Explanation question={tCommon('explain')}>
        <p>{t('explainKernel')}</p>
        <p>{t('explainColours')}</p>
        <p>{t('explainChannels')}</p>
        {layers.some(({ plan }) => plan.layer.type === 'separable-conv') && <p>{t('explainSeparable')}</p>}
        <PanelTerms panel="filters" />
      </Explanation>
      {layer ? (
        <LayerFilters layers={layers} layer={layer} />
      ) : (
        <p role="status">{t(network ? 'noConvolution' : 'starting')}</p>
      )}
    </Section>
  );
}
