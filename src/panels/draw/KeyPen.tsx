import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PAD_SIDE } from '../../ink/stroke';
import { useRested } from '../../ui/use-rested';
import styles from './KeyPen.module.css';
import { CELL_SIDE } from './key-cell';
import { useKeyPen } from './use-key-pen';

/** How long the keys must rest before the place is read out, milliseconds: nobody wants to hear each step of the way. */
const REST_MS = 250;

const percent = (pixels: number): string => `${(100 * pixels) / PAD_SIDE}%`;

/** The pad for those who draw by keys: seen and heard only while it has the focus. */
export function KeyPen({ width }: { readonly width: number }) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.draw.keys' });
  const { cell, isOnInk, onKeyDown, onKeyUp, finish } = useKeyPen(width);
  const [isFocused, setFocused] = useState(false);
  const place = t(isOnInk ? 'placeInked' : 'place', { row: cell.row + 1, column: cell.column + 1 });
  const spoken = useRested(isFocused ? place : '', REST_MS);
  return (
    <>
      <div
        role="application"
        aria-label={t('name')}
        aria-description={t('description')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it is worked by keys
        tabIndex={0}
        className={styles.grid}
        onKeyDown={onKeyDown}
        onKeyUp={onKeyUp}
        onFocus={() => setFocused(true)}
        onBlur={() => {
          setFocused(false);
          finish();
        }}
      >
        <span
          className={styles.cell}
          style={{ left: percent(cell.column * CELL_SIDE), top: percent(cell.row * CELL_SIDE) }}
        />
      </div>
      <span className="visually-hidden" aria-live="polite">
        {spoken}
      </span>
    </>
  );
}
