import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './StepRow.module.css';

interface StepRowProps {
  readonly names: readonly string[];
  readonly at: number;
  readonly onGo: (to: number) => void;
}

/** All steps; each leads there. One stop for Tab, at the step in sight. */
export function StepRow({ names, at, onGo }: StepRowProps) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.walk' });
  const row = useRef<HTMLOListElement>(null);
  // The step in sight is in sight in the row too, and has the focus where the row had it.
  useEffect(() => {
    const { current } = row;
    const button = current?.querySelectorAll('button')[at];
    if (!current || !button) return;
    if (current.contains(document.activeElement)) button.focus({ preventScroll: true });
    // Where the row is wider than its place.
    current.scrollLeft = button.offsetLeft - (current.clientWidth - button.offsetWidth) / 2;
  }, [at]);
  return (
    <div role="toolbar" aria-label={t('steps')}>
      <ol ref={row} className={styles.row}>
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
    </div>
  );
}
