import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shownReadings } from '../../state/inspection/inspection-selectors';
import { isLookingBack, isTrained } from '../../state/network/network-selectors';
import { isActive } from '../../state/run/run-state';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { Note } from '../../ui/Note';
import { Section } from '../../ui/Section';
import { Toolbar } from '../../ui/Toolbar';
import { PanelTerms } from '../shared/panel-terms';
import { PartField } from '../shared/part-field';
import { saveText } from '../shared/save-text';
import { StartTraining } from '../shared/start-training';
import { useInquiries, useLab } from '../shared/use-lab';
import { errorPictures } from './error-pictures';
import { reportHtml } from './report-html';
import { useReportContent } from './use-report-content';

/** What the run in sight came to, as one file to hand in or to print. */
export function Report() {
  const { t: tLab } = useTranslation();
  const { t } = useTranslation('translation', { keyPrefix: 'panels.report' });
  const trained = useLab(isTrained);
  const active = useLab((state) => isActive(state.run.phase));
  const ofThen = useLab(isLookingBack);
  if (trained && !active && !ofThen) return <Ready />;
  return (
    <Section title={tLab('panels.report.title')}>
      {ofThen ? (
        // The network of then, and the time and the curves of the run in sight, would be of two runs.
        <Note>{t('ofThen')}</Note>
      ) : (
        <EmptyState text={t(active ? 'running' : 'empty')}>{!active && <StartTraining />}</EmptyState>
      )}
    </Section>
  );
}

function Ready() {
  const { t: tLab } = useTranslation();
  const { t } = useTranslation('translation', { keyPrefix: 'panels.report' });
  const readings = useLab(shownReadings);
  const inquiries = useInquiries();
  const content = useReportContent();
  const [told, setTold] = useState<'making' | 'saved' | 'failed'>();
  const save = async () => {
    setTold('making');
    try {
      const pictures = readings ? await errorPictures(readings, inquiries) : [];
      saveText('digit-lab-report.html', 'text/html', reportHtml(content(pictures)));
      setTold('saved');
    } catch {
      setTold('failed');
    }
  };
  return (
    <Section title={tLab('panels.report.title')}>
      <Note>{t('what')}</Note>
      <PanelTerms panel="report" />
      <PartField />
      <Toolbar>
        <Button variant="primary" isDisabled={told === 'making'} onPress={() => void save()}>
          {t('save')}
        </Button>
        <Button onPress={() => window.print()}>{t('print')}</Button>
        <span role="status">{told && t(told)}</span>
      </Toolbar>
      {!readings && <Note>{t('unread')}</Note>}
    </Section>
  );
}
