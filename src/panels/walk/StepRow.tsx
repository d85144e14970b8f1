import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './Walk.module.css';

interface StepRowProps {
  readonly names: readonly string[];
  readonly at: number;
  readonly onGo: (to: number) => void;
}

/** All steps; each leads there. One stop for Tab, at the step in sight. */
export function StepRow({ names, at, onGo }: StepRowProps) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.walk' });
  const row = useRef<HTMLOListElement>(null);
  // Whoever went on by an arrow key here goes on from the step that they came to.
  useEffect(() => {
    const { current } = row;
    if (current?.contains(document.activeElement)) current.querySelectorAll('button')[at]?.focus();
  }, [at]);
  return (
    <ol ref={row} className={styles.row} aria-label={t('steps')}>
      {names.map((name, step) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: steps have no identity but their place
        <li key={step}>
          <button
            type="button"
            aria-current={step === at ? 'step' : undefined}
            tabIndex={step === at ? 0 : -1}
            data-done={step < at || undefined}
            onClick={() => onGo(step)}
          >
            <small>{step + 1}</small> {name}
          </button>
        </li>
      ))}
    </ol>
  );
}
