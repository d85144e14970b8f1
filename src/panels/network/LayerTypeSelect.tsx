import { useTranslation } from 'react-i18next';
import type { LayerType } from '../../model/network';
import { LAYER_TYPES } from './edit-network';
import styles from './NetworkPanel.module.css';

interface LayerTypeSelectProps {
  readonly label: string;
  readonly value: LayerType;
  readonly onChange: (type: LayerType) => void;
}

/** What kind of layer; its name is said, not shown. */
export function LayerTypeSelect({ label, value, onChange }: LayerTypeSelectProps) {
  const { t } = useTranslation();
  return (
    <select
      className={styles.type}
      aria-label={label}
      value={value}
      onChange={(event) => {
        const type = LAYER_TYPES.find((known) => known === event.target.value);
        if (type) onChange(type);
      }}
    >
      {LAYER_TYPES.map((type) => (
        <option key={type} value={type}>
          {t(`panels.network.types.${type}`)}
        </option>
      ))}
    </select>
  );
}
