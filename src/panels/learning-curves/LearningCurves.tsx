import { useTranslation } from 'react-i18next';
import { Section } from '../../ui/Section';
import { CurvePlot } from './CurvePlot';

/** Loss and accuracy of the run, batch by batch and epoch by epoch. */
export function LearningCurves() {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.learning-curves' });
  return (
    <Section title={t('title')} note={t('note')}>
      <CurvePlot curve="loss" />
      <CurvePlot curve="accuracy" />
    </Section>
  );
}
