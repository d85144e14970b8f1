import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { report } from '../../metrics/report';
import { shownPart, shownReadings } from '../../state/inspection/inspection-selectors';
import { isTrained } from '../../state/network/network-selectors';
import { isActive } from '../../state/run/run-state';
import { EmptyState } from '../../ui/EmptyState';
import { Explanation } from '../../ui/Explanation';
import { formatCount } from '../../ui/format';
import { Section } from '../../ui/Section';
import { PanelTerms } from '../shared/panel-terms';
import { PartField } from '../shared/part-field';
import { StartTraining } from '../shared/start-training';
import { TermText } from '../shared/term';
import { useClassWording } from '../shared/use-class-names';
import { useLab } from '../shared/use-lab';
import { ReportExport } from './ReportExport';
import { ReportTable } from './ReportTable';
import { useBootstrap } from './use-bootstrap';

/** Precision, recall and F1 of each digit with their intervals: the figures at once, the slow intervals when ready. */
export function ClassificationReport() {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.classification-report' });
  const { t: tLab } = useTranslation();
  const wording = useClassWording();
  const readings = useLab(shownReadings);
  const counts = readings?.evaluation.confusion;
  const found = useMemo(() => counts && report(counts), [counts]);
  const intervals = useBootstrap(counts);
  const isEdited = useLab((state) => state.interventions !== undefined);
  const note =
    found && t(isEdited ? 'noteOfEdited' : 'note', { images: formatCount(found.images, i18n.language) });
  return (
    <Section title={t('title')} note={note && <TermText>{note}</TermText>}>
      <Explanation question={tLab('explain')}>
        <p>{t('explanation.scores', wording)}</p>
        <p>{t('explanation.averages', wording)}</p>
        <p>{t('explanation.intervals', wording)}</p>
        <PanelTerms panel="classification-report" />
      </Explanation>
      <PartField />
      {!found && <NothingYet />}
      {readings && found && (
        <>
          <ReportTable report={found} intervals={intervals} />
          <ReportExport report={found} part={readings.part} />
        </>
      )}
    </Section>
  );
}

/** Why there is nothing to report, and what to do. */
function NothingYet() {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.classification-report' });
  const trained = useLab(isTrained);
  const isComing = useLab(
    (state) =>
      isActive(state.run.phase) && state.run.validation.length === 0 && shownPart(state) === 'validation',
  );
  const active = useLab((state) => isActive(state.run.phase));
  const key = isComing ? 'firstEpoch' : trained || active ? 'unread' : 'empty';
  return <EmptyState text={t(key)}>{key === 'empty' && <StartTraining />}</EmptyState>;
}
