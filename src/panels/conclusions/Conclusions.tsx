import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { advise } from '../../metrics/conclusions/advice';
import { conclusions } from '../../metrics/conclusions/conclusions';
import { isLookingBack, isTrained } from '../../state/network/network-selectors';
import { isActive } from '../../state/run/run-state';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { Explanation } from '../../ui/Explanation';
import { formatCount } from '../../ui/format';
import { Note } from '../../ui/Note';
import { Section } from '../../ui/Section';
import { concludedReadings } from '../shared/facts-of-run';
import { FailedInquiry } from '../shared/failed-inquiry';
import { PanelTerms } from '../shared/panel-terms';
import { StartTraining } from '../shared/start-training';
import { useClassWording } from '../shared/use-class-names';
import { useFacts } from '../shared/use-facts';
import { useIsReadSoon } from '../shared/use-is-read-soon';
import { useActions, useLab } from '../shared/use-lab';
import { AdviceItem } from './AdviceItem';
import { CalibrationView } from './CalibrationView';
import styles from './Conclusions.module.css';
import { FindingItem } from './FindingItem';

/** What this run says, in sentences that rest on its figures, and what to try next. */
export function Conclusions() {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.conclusions' });
  const ofThen = useLab(isLookingBack);
  if (!ofThen) return <OfRun />;
  // The figures of the run and what is read now would be of different weights.
  return (
    <Section title={t('title')}>
      <Note>{t('ofThen')}</Note>
    </Section>
  );
}

function OfRun() {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.conclusions' });
  const { t: tLab } = useTranslation();
  const readings = useLab(concludedReadings);
  const { facts, dead } = useFacts();
  const findings = useMemo(() => conclusions(facts), [facts]);
  const advice = useMemo(() => advise(findings, facts), [findings, facts]);
  const note =
    readings &&
    t(facts.isEdited ? 'noteOfEdited' : 'note', {
      part: tLab(`parts.options.${readings.part}`),
      images: formatCount(readings.truth.length, i18n.language),
    });
  return (
    <Section title={t('title')} note={note}>
      <Explanation question={tLab('explain')}>
        <p>{t('explanation.findings', useClassWording())}</p>
        <p>{t('explanation.before')}</p>
        <p>{t('explanation.calibration')}</p>
        <PanelTerms panel="conclusions" />
      </Explanation>
      {findings.length > 0 ? (
        <ul className={styles.findings}>
          {findings.map((finding) => (
            <FindingItem key={`${finding.code} ${JSON.stringify(finding.select)}`} finding={finding} />
          ))}
        </ul>
      ) : (
        <NothingYet />
      )}
      {facts.isEdited && <Note>{t('edited')}</Note>}
      {dead.status === 'loading' && <Note>{t('lookingForDead')}</Note>}
      {dead.status === 'failed' && <FailedInquiry text={t('deadFailed')} onRetry={dead.retry} />}
      {advice.length > 0 && (
        <>
          <h3 className={styles.next}>{t('next')}</h3>
          <ul className={styles.findings}>
            {advice.map((one) => (
              <AdviceItem key={one.change.setting} advice={one} settings={facts.settings} />
            ))}
          </ul>
        </>
      )}
      {readings && <CalibrationView readings={readings} />}
    </Section>
  );
}

/** Why there is nothing to conclude from, and what to do. */
function NothingYet() {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.conclusions' });
  const trained = useLab(isTrained);
  const active = useLab((state) => isActive(state.run.phase));
  const isFirstEpoch = useLab((state) => state.run.validation.length === 0);
  // The validation images are read right after each change of the weights.
  const reading = useLab((state) => state.reading !== undefined || state.interventions !== undefined);
  const isReadSoon = useIsReadSoon();
  const { read } = useActions();
  if (reading || isReadSoon) return <Note>{t('reading')}</Note>;
  if (active) return <Note>{t(isFirstEpoch ? 'firstEpoch' : 'nothing')}</Note>;
  if (!trained) {
    return (
      <EmptyState text={t('empty')}>
        <StartTraining />
      </EmptyState>
    );
  }
  return (
    <Note>
      {t('unread')} <Button onPress={() => read('validation')}>{t('read')}</Button>
    </Note>
  );
}
