import { useTranslation } from 'react-i18next';
import { Explanation } from '../../ui/Explanation';
import { Section } from '../../ui/Section';
import { PanelTerms } from '../shared/panel-terms';
import { Term } from '../shared/term';
import { useLab } from '../shared/use-lab';
import { ExperimentList } from './ExperimentList';
import styles from './Runs.module.css';
import { RunsView } from './RunsView';

/** The runs of this visit, to be compared and looked back at, and the same run with one thing changed, at a click. */
export function Runs() {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.runs' });
  const { t: tLab } = useTranslation();
  const count = useLab((state) => state.runs.length);
  // They change settings by themselves, which a lesson may have set.
  const isInLesson = useLab((state) => state.lesson !== undefined);
  return (
    <Section
      title={t('title')}
      word={<Term id="run">{t('title')}</Term>}
      note={count > 0 ? t('note', { count }) : undefined}
    >
      <Explanation question={tLab('explain')}>
        <p>{t('explanation.list')}</p>
        <p>{t('explanation.interval')}</p>
        <p>{t('explanation.paired')}</p>
        <p>{t('explanation.test')}</p>
        <p>{t('explanation.epochs')}</p>
        <PanelTerms panel="runs" />
      </Explanation>
      <RunsView />
      {!isInLesson && (
        <>
          <h3 className={styles.heading}>{t('experiments')}</h3>
          <p className={styles.small}>{t('explanation.what')}</p>
          <ExperimentList />
        </>
      )}
    </Section>
  );
}
