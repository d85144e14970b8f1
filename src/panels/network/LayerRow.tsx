import { useTranslation } from 'react-i18next';
import { LAYER_LIMITS, type Layer, type LayerType } from '../../model/network';
import { Button } from '../../ui/Button';
import { NumberBox } from '../../ui/NumberBox';
import { LAYER_TYPES } from './edit-network';
import styles from './NetworkPanel.module.css';

interface LayerRowProps {
  readonly layer: Layer;
  /** From 1, as people count. */
  readonly number: number;
  /** '24×24×8', or nothing where the network can't be built so far. */
  readonly output: string;
  readonly onChange: (layer: Layer) => void;
  readonly onRetype: (type: LayerType) => void;
  readonly onRemove: () => void;
}

/** One layer of a network of one's own: its type, its numbers, its output. */
export function LayerRow({ layer, number, output, onChange, onRetype, onRemove }: LayerRowProps) {
  const { t } = useTranslation();
  return (
    <li className={styles.row}>
      <div className={styles.rowHead}>
        <select
          className={styles.type}
          aria-label={t('panels.network.rowType', { number })}
          value={layer.type}
          onChange={(event) => {
            const type = LAYER_TYPES.find((known) => known === event.target.value);
            if (type) onRetype(type);
          }}
        >
          {LAYER_TYPES.map((type) => (
            <option key={type} value={type}>
              {t(`panels.network.types.${type}`)}
            </option>
          ))}
        </select>
        <span className={styles.shape}>{output}</span>
        <Button aria-label={t('panels.network.remove', { number })} onPress={onRemove}>
          ×
        </Button>
      </div>
      <div className={styles.rowFields}>
        <LayerFields layer={layer} number={number} onChange={onChange} />
      </div>
    </li>
  );
}

type Field = 'filters' | 'kernel' | 'stride' | 'size' | 'units' | 'percent';

function LayerFields({ layer, number, onChange }: Pick<LayerRowProps, 'layer' | 'number' | 'onChange'>) {
  const { t } = useTranslation();
  const box = (
    field: Field,
    value: number,
    [min, max]: readonly [number, number],
    set: (value: number) => Layer,
  ) => (
    <span className={styles.boxed}>
      <NumberBox
        label={t(`panels.network.fields.${field}`, { number })}
        value={value}
        min={min}
        max={max}
        onChange={(typed) => onChange(set(typed))}
      />
      <span aria-hidden="true">{t(`panels.network.short.${field}`)}</span>
    </span>
  );
  switch (layer.type) {
    case 'conv':
      return (
        <>
          {box('filters', layer.filters, LAYER_LIMITS.filters, (filters) => ({ ...layer, filters }))}
          {box('kernel', layer.kernel, LAYER_LIMITS.kernel, (kernel) => ({ ...layer, kernel }))}
          {box('stride', layer.stride, LAYER_LIMITS.convStride, (stride) => ({ ...layer, stride }))}
          <select
            className={styles.type}
            aria-label={t('panels.network.fields.padding', { number })}
            value={layer.padding}
            onChange={(event) =>
              onChange({ ...layer, padding: event.target.value === 'same' ? 'same' : 'valid' })
            }
          >
            <option value="valid">{t('panels.network.padding.valid')}</option>
            <option value="same">{t('panels.network.padding.same')}</option>
          </select>
        </>
      );
    case 'max-pool':
    case 'avg-pool':
      return (
        <>
          {box('size', layer.size, LAYER_LIMITS.poolSize, (size) => ({ ...layer, size }))}
          {box('stride', layer.stride, LAYER_LIMITS.poolStride, (stride) => ({ ...layer, stride }))}
        </>
      );
    case 'dense':
      return box('units', layer.units, LAYER_LIMITS.units, (units) => ({ ...layer, units }));
    case 'dropout':
      return box('percent', layer.percent, LAYER_LIMITS.dropPercent, (percent) => ({ ...layer, percent }));
    default:
      return layer satisfies never;
  }
}
