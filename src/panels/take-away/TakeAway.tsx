import { useTranslation } from 'react-i18next';
import { FORMATS } from '../../export/formats';
import { isTrained } from '../../state/network/network-selectors';
import { isActive } from '../../state/run/run-state';
import { EmptyState } from '../../ui/EmptyState';
import { Explanation } from '../../ui/Explanation';
import { Note } from '../../ui/Note';
import { Section } from '../../ui/Section';
import { PanelTerms } from '../shared/panel-terms';
import { StartTraining } from '../shared/start-training';
import { useLab } from '../shared/use-lab';
import { FormatCard } from './FormatCard';
import type { FormatId } from './make-files';
import { OpenFiles } from './OpenFiles';
import { RunAsFile } from './RunAsFile';
import styles from './TakeAway.module.css';

const IDS = Object.keys(FORMATS) as FormatId[];

/** The network in use as files for others, runs as files for this page, and both back. */
export function TakeAway() {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.take-away' });
  const { t: tAll } = useTranslation();
  const trained = useLab(isTrained);
  // Its weights would be others before a file is made and checked. They rest while it is paused.
  const isTraining = useLab(({ run }) => isActive(run.phase) && run.phase !== 'paused');
  return (
    <Section title={tAll('panels.take-away.title')}>
      <Explanation question={tAll('explain')}>
        <p>{t('explanation.what')}</p>
        <p>{t('explanation.check')}</p>
        <p>{t('explanation.open')}</p>
        <PanelTerms panel="take-away" />
      </Explanation>
      <OpenFiles />
      <h3 className={styles.heading}>{t('network')}</h3>
      {trained ? (
        <>
          {isTraining && <Note id="take-away-training">{t('training')}</Note>}
          <ul className={styles.cards} aria-label={t('network')}>
            {IDS.map((id) => (
              <FormatCard key={id} id={id} against={isTraining ? 'take-away-training' : undefined} />
            ))}
          </ul>
        </>
      ) : (
        <EmptyState text={t('empty')}>
          <StartTraining />
        </EmptyState>
      )}
      <h3 className={styles.heading}>{t('run.title')}</h3>
      <RunAsFile />
    </Section>
  );
}
