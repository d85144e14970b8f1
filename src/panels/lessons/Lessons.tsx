import { useTranslation } from 'react-i18next';
import { Explanation } from '../../ui/Explanation';
import { Section } from '../../ui/Section';
import { PanelTerms } from '../shared/panel-terms';
import { LessonEditor } from './editor/LessonEditor';
import styles from './Lessons.module.css';
import { ReadyLessons } from './ReadyLessons';

/** Lessons to open, and a form that makes others. */
export function Lessons() {
  const { t: tLab } = useTranslation();
  const { t } = useTranslation('translation', { keyPrefix: 'panels.lessons.panel' });
  return (
    <Section title={tLab('panels.lessons.title')}>
      <Explanation question={tLab('explain')}>
        <p>{t('explanation.what')}</p>
        <p>{t('explanation.link')}</p>
        <PanelTerms panel="lessons" />
      </Explanation>
      <h3 className={styles.heading}>{t('ready')}</h3>
      <ReadyLessons />
      <h3 className={styles.heading}>{t('make')}</h3>
      <LessonEditor />
    </Section>
  );
}
