import type { ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { Finding } from '../../metrics/conclusions/finding';
import { figureTexts } from '../shared/figure-text';
import { Term, type TermProps } from '../shared/term';
import { useClassNames, useClassWording } from '../shared/use-class-names';
import { useActions } from '../shared/use-lab';
import styles from './Conclusions.module.css';
import { follow } from './follow';

/** The sentence of a finding; the words that name what it is about lead there. */
export function FindingItem({ finding }: { readonly finding: Finding }) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.conclusions' });
  const actions = useActions();
  const names = useClassNames();
  const wording = useClassWording();
  const { code, figures } = finding;
  // People count layers from 1.
  const counted = 'layer' in figures ? { ...figures, layer: figures.layer + 1 } : figures;
  return (
    <li className={styles.finding} data-bad={isAlarm(code) || undefined}>
      <Trans
        t={t}
        i18nKey={`findings.${code}`}
        // Not every sentence speaks of digits, and the types want the same choices for all.
        {...(wording as object)}
        values={figureTexts(counted, i18n.language, names)}
        components={{
          ...EXPLAINED,
          a: <button type="button" className={styles.link} onClick={() => follow(finding, actions)} />,
        }}
      />
    </li>
  );
}

/** Words that the sentences mark. */
const EXPLAINED = Object.fromEntries(
  (['recall', 'interval', 'calibration', 'dead-unit', 'overfitting'] as const).map((id) => [
    id,
    <Explained key={id} id={id} />,
  ]),
);

function Explained({ id, children }: { readonly id: TermProps['id']; readonly children?: ReactNode }) {
  return <Term id={id}>{String(children)}</Term>;
}

const isAlarm = (code: Finding['code']): boolean => code === 'diverged' || code === 'chance';
