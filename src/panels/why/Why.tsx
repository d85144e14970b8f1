import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/EmptyState';
import { Section } from '../../ui/Section';
import { TermText } from '../shared/term';
import { useOutputPhrase } from '../shared/use-class-names';
import { useLab } from '../shared/use-lab';
import { AttributionFor } from './AttributionFor';
import { WhyExplanation } from './WhyExplanation';

/** Which pixels speak for the class that was read, and for any other. */
export function Why() {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.why' });
  const subject = useLab((state) => state.subject);
  const network = useLab((state) => state.built?.network);
  const phrase = useOutputPhrase();
  const whose = subject && t(`whose.${subject.from}`, { label: phrase(subject.label ?? 0) });
  const isUntrained = subject?.look.trainedBatches === 0;
  return (
    <Section
      title={t('title')}
      note={whose && <TermText>{isUntrained ? t('untrained', { whose }) : whose}</TermText>}
    >
      <WhyExplanation />
      {subject && network ? (
        <AttributionFor subject={subject} network={network} />
      ) : (
        <EmptyState text={t('empty')} />
      )}
    </Section>
  );
}
