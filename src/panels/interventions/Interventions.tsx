import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { CONVOLUTIONS, isConvolution } from '../../model/network';
import { weightLayers } from '../../model/weight-layers';
import { isLookingBack, isTrained } from '../../state/network/network-selectors';
import { canReadData } from '../../state/network/output-names';
import { isActive } from '../../state/run/run-state';
import { Explanation } from '../../ui/Explanation';
import { Section } from '../../ui/Section';
import { PanelTerms } from '../shared/panel-terms';
import { Term, TermText } from '../shared/term';
import { useActions, useLab } from '../shared/use-lab';
import { WeightLayerField } from '../shared/weight-layer-field';
import { CostView } from './CostView';
import { EditList } from './EditList';
import styles from './Interventions.module.css';
import { LayerEdits } from './LayerEdits';
import { useEdits } from './use-edits';

/** Takes parts out of the trained network, or changes them, and shows what that costs. */
export function Interventions() {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.interventions' });
  const { t: tCommon } = useTranslation();
  const network = useLab((state) => state.built?.network);
  const selected = useLab((state) => state.selection.layer);
  const trained = useLab(isTrained);
  const active = useLab((state) => isActive(state.run.phase));
  const hasData = useLab((state) => state.dataset.status === 'ready');
  const readsData = useLab(canReadData);
  const ofThen = useLab(isLookingBack);
  const { select } = useActions();
  const edits = useEdits();
  const layers = useMemo(() => (network ? weightLayers(network, [...CONVOLUTIONS, 'dense']) : []), [network]);
  const layer = layers.find((candidate) => candidate.layer === selected) ?? layers[0];
  const hasFilters = layers.some(({ plan }) => isConvolution(plan.layer));
  const part = hasFilters ? 'filter' : 'unit';
  const reason = active
    ? t('whileRunning')
    : ofThen
      ? t('ofThen')
      : !trained
        ? t(`untrained.${part}`)
        : !hasData
          ? t('noData')
          : readsData
            ? undefined
            : t('otherClasses');

  return (
    <Section
      title={t('title')}
      word={<Term id="intervention">{t('title')}</Term>}
      note={<TermText>{t(`note.${part}`)}</TermText>}
    >
      <Explanation question={tCommon('explain')}>
        <p>{t(`explainMute.${part}`)}</p>
        {hasFilters && <p>{t('explainKernel')}</p>}
        <p>{t('explainCost')}</p>
        <PanelTerms panel="interventions" />
      </Explanation>
      {reason !== undefined && (
        <p className={styles.reason} role="status">
          {reason}
        </p>
      )}
      {layer && trained && (
        <div className={styles.halves}>
          <fieldset className={styles.work} disabled={reason !== undefined}>
            <legend className="visually-hidden">{t('work')}</legend>
            <WeightLayerField
              layers={layers}
              value={layer}
              onChange={(chosen) => select({ layer: chosen })}
            />
            <LayerEdits key={layer.layer} layer={layer} {...edits} />
          </fieldset>
          <div className={styles.outcome}>
            <CostView part={part} isPending={edits.isPending} />
            <EditList layers={layers} isDisabled={reason !== undefined} {...edits} />
          </div>
        </div>
      )}
    </Section>
  );
}
