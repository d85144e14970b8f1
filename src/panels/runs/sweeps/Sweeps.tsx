import { useTranslation } from 'react-i18next';
import { Section } from '../../../ui/Section';
import { PanelTerms } from '../../shared/panel-terms';
import { useLab } from '../../shared/use-lab';
import { SeedRepeat } from './SeedRepeat';
import { SweepSection } from './SweepSection';

/** Runs that the lab trains by itself: over values of some settings, or over seeds. */
export function Sweeps() {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.sweeps' });
  const count = useLab(({ sweeps: { sweep, repeat } }) =>
    [sweep, repeat].reduce((sum, one) => sum + (one?.results.length ?? 0), 0),
  );
  return (
    <Section title={t('title')} note={count > 0 ? t('note', { count }) : undefined}>
      <SweepSection />
      <SeedRepeat />
      <PanelTerms panel="sweeps" />
    </Section>
  );
}
