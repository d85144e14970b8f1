import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useActions, useLab } from '../shared/use-lab';
import styles from './NetworkStrip.module.css';
import { SHOWN_MAPS, type StripLayer } from './strip-layers';
import { useOpenArithmetic } from './use-open-arithmetic';

interface LayerColumnProps {
  readonly name: string;
  /** Second line: how many, how large. */
  readonly size: string;
  readonly kind: 'input' | StripLayer['kind'];
  /** Its number; none for the input, which is no layer. */
  readonly layer?: number;
  /** Called when its name has selected it. */
  readonly onSelect?: () => void;
  /** Maps that it doesn't show. */
  readonly more?: number;
  readonly children: ReactNode;
}

/** One stage of the strip: its name, which selects the layer, its size, its picture. */
export function LayerColumn({ name, size, kind, layer, onSelect, more = 0, children }: LayerColumnProps) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.network-strip' });
  const { select } = useActions();
  const openArithmetic = useOpenArithmetic();
  const isSelected = useLab((state) => layer !== undefined && state.selection.layer === layer);
  const heading = (
    <>
      <b>{name}</b>
      {size}
    </>
  );
  return (
    <li className={styles.layer} data-kind={kind} data-selected={isSelected || undefined}>
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
      {children}
      {more > 0 && (
        <button
          type="button"
          className={styles.more}
          // By keyboard any map of the layer leads there: no stop for Tab of its own.
          tabIndex={-1}
          aria-label={t('moreOf', { count: more, name })}
          onClick={() => openArithmetic({ layer, filter: SHOWN_MAPS })}
        >
          {t('more', { count: more })}
        </button>
      )}
    </li>
  );
}
