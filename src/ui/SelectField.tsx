import { type ReactNode, useId } from 'react';
import styles from './Field.module.css';

interface Option<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** In sight, but not to be chosen now. */
  readonly isDisabled?: boolean;
}

interface SelectFieldProps<Value extends string> {
  readonly label: string;
  /** Stands in the label's place and says it, where it can be asked about. */
  readonly word?: ReactNode;
  /** One line under the control: what it does, or why it or one of its options is disabled. */
  readonly hint?: string;
  readonly value: Value;
  readonly options: readonly Option<Value>[];
  readonly isDisabled?: boolean;
  readonly onChange: (value: Value) => void;
}

/** A labelled list to choose one from: the platform's own, which every keyboard, phone and screen reader knows. */
export function SelectField<Value extends string>(props: SelectFieldProps<Value>) {
  const id = useId();
  const { label, word, hint, value, options, isDisabled = false, onChange } = props;
  return (
    <div className={styles.field}>
      {word ? (
        <span className={styles.label}>{word}</span>
      ) : (
        <label className={styles.label} htmlFor={id}>
          {label}
        </label>
      )}
      <span className={styles.select}>
        <select
          id={id}
          aria-label={word ? label : undefined}
          value={value}
          disabled={isDisabled}
          aria-describedby={hint === undefined ? undefined : `${id}-hint`}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.target.value);
            if (chosen) onChange(chosen.value);
          }}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.isDisabled}>
              {option.label}
            </option>
          ))}
        </select>
      </span>
      {hint !== undefined && (
        <p className={styles.hint} id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
