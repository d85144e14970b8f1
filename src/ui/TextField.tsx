import { useId } from 'react';
import styles from './Field.module.css';

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  /** Characters. */
  readonly most: number;
  /** Lines; without it there is one. */
  readonly rows?: number;
  readonly onChange: (value: string) => void;
}

/** A person's own words. */
export function TextField({ label, value, most, rows, onChange }: TextFieldProps) {
  const id = useId();
  const field = {
    id,
    className: styles.input,
    value,
    maxLength: most,
    // As the words themselves run.
    dir: 'auto',
    onChange: ({ target }: { target: { value: string } }) => onChange(target.value),
  };
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {rows === undefined ? <input {...field} autoComplete="off" /> : <textarea {...field} rows={rows} />}
    </div>
  );
}
