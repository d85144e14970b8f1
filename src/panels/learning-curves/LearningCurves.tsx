import { useTranslation } from 'react-i18next';
import { keptValidation } from '../../state/run/kept-epoch';
import type { RunState } from '../../state/run/run-state';
import { Explanation } from '../../ui/Explanation';
import { formatCount } from '../../ui/format';
import { Section } from '../../ui/Section';
import { useAccuracyText } from '../shared/accuracy-text';
import { PanelTerms } from '../shared/panel-terms';
import { Term, TermText } from '../shared/term';
import { useLab } from '../shared/use-lab';
import { ChangeList } from './ChangeList';
import { CurveControls } from './CurveControls';
import { CurvePlot } from './CurvePlot';
import styles from './LearningCurves.module.css';
import { useCurveView } from './use-curve-view';

/** Loss and accuracy of the run, batch by batch and epoch by epoch, with the run before to compare. */
export function LearningCurves() {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.learning-curves' });
  const { t: tCommon } = useTranslation();
  const run = useLab((state) => state.run);
  const before = useLab((state) => state.runBefore);
  const [view, changeView] = useCurveView();
  return (
    <Section
      title={t('title')}
      word={<Term id="learning-curve">{t('title')}</Term>}
      note={<TermText>{t(view.by === 'batch' ? 'noteBatch' : 'noteEpoch')}</TermText>}
    >
      <Explanation question={tCommon('explain')}>
        <p>{t('explainLoss')}</p>
        <p>{t('explainGap')}</p>
        <p>{t('explainRate')}</p>
        <PanelTerms panel="learning-curves" />
      </Explanation>
      <CurveControls view={view} onChange={changeView} />
      <CurvePlot curve="loss" view={view} />
      <CurvePlot curve={view.log ? 'error' : 'accuracy'} view={view} />
      <ChangeList />
      {before && (
        <p className={styles.runs}>
          <span>
            {t('now')} <Run run={run} />
          </span>
          <span className={styles.before}>
            {t('before')} <Run run={before} />
          </span>
        </p>
      )}
    </Section>
  );
}

/** What a run trained with, how fast, and how well. */
function Run({ run }: { readonly run: RunState }) {
  const { t, i18n } = useTranslation();
  const { trainStep, progress } = run;
  const speed = progress?.imagesPerSecond;
  const accuracyText = useAccuracyText();
  const validated = keptValidation(run).at(-1);
  const parts = [
    trainStep && t(`panels.engine.readout.${trainStep}`),
    speed !== undefined && t('run.speed', { speed: formatCount(Math.round(speed), i18n.language) }),
    validated && `${t('panels.learning-curves.validation')} ${accuracyText(validated, 1)}`,
  ].filter(Boolean);
  return <b>{parts.length > 0 ? parts.join(' · ') : '–'}</b>;
}
