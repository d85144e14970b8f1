import { useState } from 'react';
import styles from './Interventions.module.css';

interface KernelNumberProps {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

/** Weights beyond this say nothing any more. */
const LARGEST = 100;

/** One weight of a kernel: typed, or stepped by the arrow keys. */
export function KernelNumber({ label, value, onChange }: KernelNumberProps) {
  /** What is being typed, which need not be a number yet. */
  const [draft, setDraft] = useState<string>();
  return (
    <input
      type="number"
      className={styles.number}
      aria-label={label}
      step={0.05}
      min={-LARGEST}
      max={LARGEST}
      value={draft ?? String(Number(value.toFixed(3)))}
      onChange={(event) => {
        setDraft(event.target.value);
        const typed = event.target.valueAsNumber;
        if (Math.abs(typed) <= LARGEST) onChange(typed);
      }}
      onBlur={() => setDraft(undefined)}
    />
  );
}
