import { useState } from 'react';
import styles from './KeptField.module.css';

interface KeptFieldProps {
  readonly label: string;
  readonly placeholder: string;
  readonly longest: number;
  readonly value: string;
  readonly onKeep: (value: string) => void;
}

/** A person's own words: kept when the field is left, or at Enter; Escape takes them back. */
export function KeptField({ label, placeholder, longest, value, onKeep }: KeptFieldProps) {
  const [draft, setDraft] = useState<string>();
  const keep = () => {
    if (draft !== undefined && draft !== value) onKeep(draft);
    setDraft(undefined);
  };
  return (
    <input
      className={styles.field}
      aria-label={label}
      placeholder={placeholder}
      maxLength={longest}
      value={draft ?? value}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep();
        if (event.key === 'Escape') setDraft(undefined);
      }}
    />
  );
}
