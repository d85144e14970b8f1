import { useId } from 'react';
import styles from './Arithmetic.module.css';

interface ChannelChoiceProps {
  readonly legend: string;
  /** One an input channel. */
  readonly labels: readonly string[];
  readonly channel: number;
  readonly onChannel: (channel: number) => void;
}

/** The input channels with what each adds; the products of one of them are shown. */
export function ChannelChoice({ legend, labels, channel, onChannel }: ChannelChoiceProps) {
  const group = useId();
  return (
    <fieldset className={styles.channels}>
      <legend>{legend}</legend>
      <div>
        {labels.map((label, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: channels have no identity but their place
          <label key={i}>
            <input
              type="radio"
              name={group}
              className="visually-hidden"
              checked={i === channel}
              onChange={() => onChannel(i)}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
