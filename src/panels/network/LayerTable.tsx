import { useTranslation } from 'react-i18next';
import type { Settings } from '../../model/settings';
import type { LayerPlan } from '../../model/shapes';
import { TermList } from '../shared/panel-terms';
import { Term } from '../shared/term';
import { LAYER_TERMS, SETTING_TERMS } from '../shared/term-tables';
import { describeLayer } from './describe-layer';
import { layerCost } from './layer-cost';
import styles from './NetworkPanel.module.css';

interface LayerTableProps {
  readonly layers: readonly LayerPlan[];
  readonly activation: Settings['activation'];
}

/** Of the small print. */
const COST_TERMS = [SETTING_TERMS.network, 'layer', 'parameter', 'multiply-adds', 'receptive-field'] as const;

/** The layers of a preset: what each is, what it makes, what it costs. */
export function LayerTable({ layers, activation }: LayerTableProps) {
  const { t, i18n } = useTranslation();
  const after = ({ isOutput, isActivated }: LayerPlan) => {
    if (isOutput) return ` · ${t('panels.network.describe.softmax')}`;
    return isActivated ? ` · ${t(`settings.activation.options.${activation}`)}` : '';
  };
  return (
    <>
      <ol className={styles.table} aria-label={t('panels.network.layers')}>
        {layers.map((plan, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: layers have no identity but their place
          <li key={index}>
            <span>
              <b>
                <Term id={LAYER_TERMS[plan.layer.type]}>{t(`panels.network.types.${plan.layer.type}`)}</Term>
              </b>{' '}
              {describeLayer(plan.layer, t)}
              {after(plan)}
            </span>
            <span className={styles.shape}>{plan.output.join('×')}</span>
            <small className={styles.cost}>{layerCost(layers, index, t, i18n.language)}</small>
          </li>
        ))}
      </ol>
      <TermList terms={COST_TERMS} />
    </>
  );
}
