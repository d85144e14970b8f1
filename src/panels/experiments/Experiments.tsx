import { useTranslation } from 'react-i18next';
import { Explanation } from '../../ui/Explanation';
import { Section } from '../../ui/Section';
import { useLab } from '../shared/use-lab';
import { ExperimentList } from './ExperimentList';
import { RunsView } from './RunsView';

/** The same run with one thing changed, at a click, and what the runs of this visit came to. */
export function Experiments() {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.experiments' });
  const { t: tLab } = useTranslation();
  const count = useLab((state) => state.finishedRuns.length);
  return (
    <Section title={t('title')} note={count > 0 ? t('note', { count }) : undefined}>
      <Explanation question={tLab('explain')}>
        <p>{t('explanation.what')}</p>
        <p>{t('explanation.interval')}</p>
        <p>{t('explanation.test')}</p>
      </Explanation>
      <ExperimentList />
      <RunsView />
    </Section>
  );
}
