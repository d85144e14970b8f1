import { Input, NumberField } from 'react-aria-components';
import styles from './Field.module.css';

interface NumberBoxProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** Room for ten digits instead of four. */
  readonly wide?: boolean;
  /** Id of a text that explains it. */
  readonly describedBy?: string;
  readonly onChange: (value: number) => void;
}

/** A whole number in a box; its visible label stands beside it. */
export function NumberBox({ label, value, min, max, wide = false, describedBy, onChange }: NumberBoxProps) {
  return (
    <NumberField
      aria-label={label}
      {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
      value={value}
      minValue={min}
      maxValue={max}
      formatOptions={{ maximumFractionDigits: 0, useGrouping: false }}
      onChange={(typed) => {
        if (!Number.isNaN(typed)) onChange(typed);
      }}
    >
      <Input className={`${styles.input} ${wide ? styles.wide : styles.box}`} />
    </NumberField>
  );
}
