import { useTranslation } from 'react-i18next';
import { presetOf } from '../../model/presets';
import { type AuthoredPresetId, isAuthored, reportOf } from '../../model/reported';
import { Explanation } from '../../ui/Explanation';
import { Note } from '../../ui/Note';
import { Section } from '../../ui/Section';
import { PanelTerms } from '../shared/panel-terms';
import { useLab } from '../shared/use-lab';
import styles from './AsReported.module.css';
import { FiguresBeside } from './FiguresBeside';
import { NoAuthor } from './NoAuthor';
import { RunAlone } from './RunAlone';
import { ShownList } from './ShownList';

/** What the author of the chosen network published, beside what this lab gets from it. */
export function AsReported() {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.as-reported' });
  const { t: tLab } = useTranslation();
  const preset = useLab((state) => presetOf(state.settings));
  return (
    <Section title={t('title')} note={tLab(`settings.preset.options.${preset}`)}>
      <Explanation question={tLab('explain')}>
        <p>{t('explanation.what')}</p>
        <p>{t('explanation.scores')}</p>
        <p>{t('explanation.interval')}</p>
        <PanelTerms panel="as-reported" />
      </Explanation>
      {isAuthored(preset) ? <Authored preset={preset} /> : <NoAuthor />}
    </Section>
  );
}

function Authored({ preset }: { readonly preset: AuthoredPresetId }) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.as-reported' });
  const { t: tLab } = useTranslation();
  const { figures, shown } = reportOf(preset);
  return (
    <>
      {figures ? <FiguresBeside figures={figures} preset={preset} /> : <RunAlone preset={preset} />}
      <h3 className={styles.heading}>{t('shownTitle')}</h3>
      <ShownList shown={shown} />
      <h3 className={styles.heading}>{t('chosenTitle')}</h3>
      <Note>{tLab(`settings.preset.chosen.${preset}`)}</Note>
    </>
  );
}
