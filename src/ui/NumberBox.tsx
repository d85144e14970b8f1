import { Input, NumberField } from 'react-aria-components';
import styles from './Field.module.css';

interface NumberBoxProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** In sight above the box, as of the fields beside it. */
  readonly isLabelShown?: boolean;
  /** Whole numbers only, as long as it is not said otherwise. */
  readonly whole?: boolean;
  /** Room for ten digits instead of four. */
  readonly wide?: boolean;
  readonly isDisabled?: boolean;
  /** Id of a text that explains it. */
  readonly describedBy?: string;
  readonly onChange: (value: number) => void;
}

const WHOLE = { maximumFractionDigits: 0 };
const READABLE = { maximumSignificantDigits: 6 };

/** A number in a box; its visible label stands above it, or somewhere beside it. */
export function NumberBox(props: NumberBoxProps) {
  const {
    label,
    value,
    min,
    max,
    isLabelShown = false,
    whole = true,
    wide = false,
    isDisabled = false,
    describedBy,
    onChange,
  } = props;
  const box = (
    <NumberField
      aria-label={label}
      {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
      value={value}
      minValue={min}
      maxValue={max}
      isDisabled={isDisabled}
      formatOptions={{ ...(whole ? WHOLE : READABLE), useGrouping: false }}
      onChange={(typed) => {
        if (!Number.isNaN(typed)) onChange(typed);
      }}
    >
      <Input
        className={`${styles.input} ${wide ? styles.wide : styles.box} ${isLabelShown ? styles.tall : ''}`}
      />
    </NumberField>
  );
  if (!isLabelShown) return box;
  return (
    <div className={styles.field}>
      <span className={styles.label} aria-hidden="true">
        {label}
      </span>
      {box}
    </div>
  );
}
