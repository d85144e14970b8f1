import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { planNetwork } from '../../model/shapes';
import { isActive } from '../../state/run/run-state';
import { EmptyState } from '../../ui/EmptyState';
import { Explanation } from '../../ui/Explanation';
import { Note } from '../../ui/Note';
import { Section } from '../../ui/Section';
import { insideOf } from '../shared/arithmetic/inside';
import { useArrival } from '../shared/arrival';
import { PanelTerms } from '../shared/panel-terms';
import { StartTraining } from '../shared/start-training';
import { TermText } from '../shared/term';
import { useOutputPhrase } from '../shared/use-class-names';
import { useLab } from '../shared/use-lab';
import { ToCanvas } from './ToCanvas';
import { WalkThrough } from './WalkThrough';

/** The way of one image through the network, step by step. */
export function Walk() {
  const { t: tAll } = useTranslation();
  const { t } = useTranslation('translation', { keyPrefix: 'panels.walk' });
  const built = useLab((state) => state.built);
  const subject = useLab((state) => state.subject);
  const isRunning = useLab((state) => isActive(state.run.phase));
  const inside = useMemo(() => insideOf(built, subject), [built, subject]);
  const network = built?.network;
  const planned = useMemo(() => network && planNetwork(network), [network]);
  const heading = useArrival('walk');
  const phrase = useOutputPhrase();
  const isUntrained = subject?.look.trainedBatches === 0;
  const whose =
    subject && tAll(`panels.activation-maps.whose.${subject.from}`, { label: phrase(subject.label ?? 0) });
  return (
    <Section title={t('title')} note={whose && <TermText>{whose}</TermText>} heading={heading}>
      <Explanation question={tAll('explain')}>
        <p>{t('explanation')}</p>
        <PanelTerms panel="walk" />
      </Explanation>
      {isUntrained && !isRunning && (
        <Note>
          {t('untrained')} <StartTraining />
        </Note>
      )}
      {subject?.from === 'sample' && (
        <Note>
          {t('sample')} <ToCanvas />
        </Note>
      )}
      {inside && planned?.ok ? (
        <WalkThrough inside={inside} plan={planned.plan} />
      ) : (
        <EmptyState text={t('empty')}>
          <ToCanvas />
        </EmptyState>
      )}
    </Section>
  );
}
