import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './NetworkPanel.module.css';

interface LayersProps {
  /** The network in short notation. */
  readonly summary: string;
  /** Its layers are to be edited. */
  readonly isCustom: boolean;
  readonly children: ReactNode;
}

/** The layers of the network, folded up to one line; a network of one's own opens them. */
export function Layers({ summary, isCustom, children }: LayersProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(isCustom);
  const [wasCustom, setWasCustom] = useState(isCustom);
  if (isCustom !== wasCustom) {
    setWasCustom(isCustom);
    if (isCustom) setOpen(true);
  }
  return (
    <details
      className={styles.layers}
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>
        <span>{t('panels.network.layers')}</span>
        {!isOpen && <small>{summary}</small>}
      </summary>
      {children}
    </details>
  );
}
