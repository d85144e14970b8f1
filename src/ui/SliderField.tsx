import { type CSSProperties, type ReactNode, useId } from 'react';
import { Input, NumberField, useLocale } from 'react-aria-components';
import styles from './Field.module.css';
import { lastPosition, positionOf, type SliderRange, valueAt } from './slider-scale';

interface SliderFieldProps {
  readonly label: string;
  /** Stands in the label's place and says it, where it can be asked about. */
  readonly word?: ReactNode;
  /** One line under the control: what it does, or why it is disabled. */
  readonly hint: string;
  readonly range: SliderRange;
  readonly value: number;
  readonly isDisabled?: boolean;
  readonly onChange: (value: number) => void;
}

/** A slider for the feel and a number field for the figure, of the same name. */
export function SliderField(props: SliderFieldProps) {
  const { label, word, hint, range, value, isDisabled = false, onChange } = props;
  const id = useId();
  const { locale } = useLocale();
  const format = range.whole ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 6 };
  const last = lastPosition(range);
  const at = positionOf(range, value);
  return (
    <div className={styles.field}>
      <div className={styles.head}>
        {word ? (
          <span className={styles.label}>{word}</span>
        ) : (
          <label className={styles.label} htmlFor={id}>
            {label}
          </label>
        )}
        <NumberField
          aria-label={label}
          value={value}
          minValue={range.min}
          maxValue={range.max}
          isDisabled={isDisabled}
          formatOptions={format}
          onChange={(typed) => {
            if (!Number.isNaN(typed)) onChange(typed);
          }}
        >
          <Input className={`${styles.input} ${styles.number}`} aria-describedby={`${id}-hint`} />
        </NumberField>
      </div>
      <input
        id={id}
        aria-label={word ? label : undefined}
        className={styles.range}
        style={{ '--filled': `${(100 * at) / last}%` } as CSSProperties}
        type="range"
        min={0}
        max={last}
        step={1}
        value={at}
        disabled={isDisabled}
        aria-valuetext={new Intl.NumberFormat(locale, format).format(value)}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChange(valueAt(range, Number(event.target.value)))}
      />
      <p className={styles.hint} id={`${id}-hint`}>
        {hint}
      </p>
    </div>
  );
}
