import { type CSSProperties, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { PEN_WIDTH } from '../../ink/stroke';
import { Button } from '../../ui/Button';
import styles from './PenTools.module.css';

/** Of the pen and the eraser, CSS pixels of the pad. */
const WIDTHS = { min: 6, max: 50, step: 2 } as const;

export const DEFAULT_WIDTH = PEN_WIDTH;

export const withWidth = (width: number, steps: 1 | -1): number =>
  Math.min(WIDTHS.max, Math.max(WIDTHS.min, width + steps * WIDTHS.step));

interface PenToolsProps {
  readonly width: number;
  readonly erases: boolean;
  readonly onWidth: (width: number) => void;
  readonly onErase: () => void;
}

/** Pen or eraser, and how wide. */
export function PenTools({ width, erases, onWidth, onErase }: PenToolsProps) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.draw' });
  const id = useId();
  const filled = `${(100 * (width - WIDTHS.min)) / (WIDTHS.max - WIDTHS.min)}%`;
  return (
    <div className={styles.tools}>
      <label htmlFor={id}>{t('width')}</label>
      <input
        {...WIDTHS}
        id={id}
        type="range"
        value={width}
        aria-valuetext={t('pixels', { width })}
        style={{ '--filled': filled } as CSSProperties}
        onChange={(event) => onWidth(Number(event.target.value))}
      />
      <output translate="no" htmlFor={id}>
        {width}
      </output>
      <Button isPressed={erases} onPress={onErase}>
        {t('eraser')}
      </Button>
    </div>
  );
}
