import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Note } from '../../../ui/Note';
import { Term } from '../../shared/term';
import { useLab } from '../../shared/use-lab';
import { SweepForm } from './SweepForm';
import { SweepProgress } from './SweepProgress';
import { SweepResults } from './SweepResults';
import styles from './Sweeps.module.css';

/** Runs that differ in some settings, to find which validate best. */
export function SweepSection() {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.sweeps.sweep' });
  const id = useId();
  const state = useLab(({ sweeps }) => sweeps.sweep);
  return (
    <section className={styles.section} aria-labelledby={id} tabIndex={-1}>
      <h3 className={styles.heading} id={id} aria-label={t('title')}>
        <Term id="sweep">{t('title')}</Term>
      </h3>
      <Note>{t('what')}</Note>
      <SweepForm />
      {state && (
        <>
          <SweepProgress kind="sweep" state={state} />
          <SweepResults sweep={state.sweep} results={state.results} />
        </>
      )}
    </section>
  );
}
