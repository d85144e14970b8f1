import { Trans, useTranslation } from 'react-i18next';
import { isTrained } from '../../state/network/network-selectors';
import { EmptyState } from '../../ui/EmptyState';
import { Explanation } from '../../ui/Explanation';
import { Section } from '../../ui/Section';
import { PanelTerms } from '../shared/panel-terms';
import { useClassWording } from '../shared/use-class-names';
import { useLab } from '../shared/use-lab';
import { ClassAccuracy } from './ClassAccuracy';
import styles from './Inspector.module.css';
import { LayerSummary } from './LayerSummary';
import { TrainingHistory } from './TrainingHistory';
import { WeightHistogram } from './WeightHistogram';

/** What TensorFlow.js's own visor shows of a network, drawn by tfjs-vis. */
export function Inspector() {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.inspector' });
  const { t: tAll } = useTranslation();
  const hasNetwork = useLab((state) => state.built !== undefined);
  const trained = useLab(isTrained);
  const wording = useClassWording();
  return (
    <Section title={t('title')} note={t('note')}>
      <Explanation question={tAll('explain')}>
        <p>
          <Trans t={t} i18nKey="explanation.history" components={{ b: <b /> }} />
        </p>
        <p>
          <Trans t={t} i18nKey="explanation.layers" components={{ b: <b /> }} />
        </p>
        <p>
          <Trans t={t} i18nKey="explanation.weights" components={{ b: <b /> }} />
        </p>
        <p>
          <Trans t={t} i18nKey="explanation.classes" {...wording} components={{ b: <b /> }} />
        </p>
        <PanelTerms panel="inspector" />
      </Explanation>
      <div className={styles.blocks}>
        <TrainingHistory />
        {hasNetwork ? (
          <>
            <WeightHistogram />
            <LayerSummary />
          </>
        ) : (
          <EmptyState text={t('noNetwork')} />
        )}
        {trained && <ClassAccuracy />}
      </div>
    </Section>
  );
}
