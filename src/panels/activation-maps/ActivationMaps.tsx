import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/EmptyState';
import { Section } from '../../ui/Section';
import { insideOf } from '../shared/arithmetic/inside';
import { Term, TermText } from '../shared/term';
import { useOutputPhrase } from '../shared/use-class-names';
import { useLab } from '../shared/use-lab';
import { LayerInside } from './LayerInside';
import { MapsExplanation } from './MapsExplanation';

/** What every layer makes of the image in sight, down to the numbers of one value. */
export function ActivationMaps() {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.activation-maps' });
  const built = useLab((state) => state.built);
  const subject = useLab((state) => state.subject);
  const inside = useMemo(() => insideOf(built, subject), [built, subject]);
  const isUntrained = subject?.look.trainedBatches === 0;
  const phrase = useOutputPhrase();
  const whose = subject && t(`whose.${subject.from}`, { label: phrase(subject.label ?? 0) });
  return (
    <Section
      title={t('title')}
      word={<Term id="activation-map">{t('title')}</Term>}
      note={whose && <TermText>{isUntrained ? t('untrained', { whose }) : whose}</TermText>}
    >
      <MapsExplanation types={inside?.layers.map(({ layer }) => layer.type) ?? []} />
      {inside ? <LayerInside inside={inside} /> : <EmptyState text={t('empty')} />}
    </Section>
  );
}
