import type { ReactNode } from 'react';
import { useActions, useLab } from '../shared/use-lab';
import styles from './NetworkStrip.module.css';

interface LayerColumnProps {
  readonly name: string;
  /** Second line: how many, how large. */
  readonly size: string;
  /** What stands for the picture where it can't be seen. */
  readonly label: string;
  /** Its number; none for the input, which is no layer. */
  readonly layer?: number;
  /** Called when its name has selected it. */
  readonly onSelect?: () => void;
  /** Below the picture. */
  readonly more?: string | undefined;
  readonly children: ReactNode;
}

/** One stage of the strip: its name, which selects the layer, its size, its picture. */
export function LayerColumn({ name, size, label, layer, onSelect, more, children }: LayerColumnProps) {
  const { select } = useActions();
  const isSelected = useLab((state) => layer !== undefined && state.selection.layer === layer);
  const heading = (
    <>
      <b>{name}</b>
      {size}
    </>
  );
  return (
    <li className={styles.layer} data-selected={isSelected || undefined}>
      {layer === undefined ? (
        <p className={styles.name}>{heading}</p>
      ) : (
        <button
          type="button"
          className={styles.name}
          aria-pressed={isSelected}
          onClick={() => {
            select({ layer: isSelected ? undefined : layer });
            onSelect?.();
          }}
        >
          {heading}
        </button>
      )}
      <div role="img" aria-label={label}>
        {children}
      </div>
      {more !== undefined && <p className={styles.more}>{more}</p>}
    </li>
  );
}
