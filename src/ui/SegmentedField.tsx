import { useId } from 'react';
import styles from './SegmentedField.module.css';

interface Option<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly isDisabled?: boolean;
}

interface SegmentedFieldProps<Value extends string> {
  readonly label: string;
  /** Leaves the label to screen readers, where the options say enough. */
  readonly isLabelHidden?: boolean;
  readonly value: Value;
  readonly options: readonly Option<Value>[];
  readonly onChange: (value: Value) => void;
}

/** One of a few, all in sight: radio buttons in a row. */
export function SegmentedField<Value extends string>(props: SegmentedFieldProps<Value>) {
  const { label, isLabelHidden = false, value, options, onChange } = props;
  const name = useId();
  return (
    <fieldset className={styles.field}>
      <legend className={isLabelHidden ? 'visually-hidden' : styles.label}>{label}</legend>
      <div className={styles.options}>
        {options.map((option) => (
          <label key={option.value} className={styles.option}>
            <input
              type="radio"
              name={name}
              className="visually-hidden"
              checked={option.value === value}
              disabled={option.isDisabled}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
