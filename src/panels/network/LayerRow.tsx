import { useTranslation } from 'react-i18next';
import { LAYER_LIMITS, type Layer, type LayerType } from '../../model/network';
import { Button, type Press } from '../../ui/Button';
import { NumberBox } from '../../ui/NumberBox';
import { LayerTypeSelect } from './LayerTypeSelect';
import styles from './NetworkPanel.module.css';

interface LayerRowProps {
  readonly layer: Layer;
  /** From 1, as people count. */
  readonly number: number;
  /** '24×24×8', or nothing where the network can't be built so far. */
  readonly output: string;
  /** What it costs and sees, or nothing. */
  readonly cost: string;
  readonly onChange: (layer: Layer) => void;
  readonly onRetype: (type: LayerType) => void;
  /** Undefined where it stands first, last, or alone. */
  readonly onUp: ((press: Press) => void) | undefined;
  readonly onDown: ((press: Press) => void) | undefined;
  readonly onRemove: ((press: Press) => void) | undefined;
}

/** One layer of a network of one's own: its type, its numbers, its output. */
export function LayerRow({ layer, number, output, cost, onChange, onRetype, ...does }: LayerRowProps) {
  const { t } = useTranslation();
  return (
    <li className={styles.row}>
      <div className={styles.rowHead}>
        <LayerTypeSelect
          label={t('panels.network.rowType', { number })}
          value={layer.type}
          onChange={onRetype}
        />
        <span className={styles.shape}>{output}</span>
      </div>
      <div className={styles.rowFields}>
        <LayerFields layer={layer} number={number} onChange={onChange} />
        {cost !== '' && <small className={styles.cost}>{cost}</small>}
      </div>
      <div className={styles.rowButtons}>
        <RowButton label={t('panels.network.moveUp', { number })} sign="↑" onPress={does.onUp} />
        <RowButton label={t('panels.network.moveDown', { number })} sign="↓" onPress={does.onDown} />
        <RowButton label={t('panels.network.remove', { number })} sign="×" onPress={does.onRemove} />
      </div>
    </li>
  );
}

interface RowButtonProps {
  readonly label: string;
  readonly sign: string;
  readonly onPress: ((press: Press) => void) | undefined;
}

function RowButton({ label, sign, onPress }: RowButtonProps) {
  return (
    <Button aria-label={label} isDisabled={!onPress} onPress={(press) => onPress?.(press)}>
      {sign}
    </Button>
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
    case 'separable-conv':
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
    case 'global-avg-pool':
    case 'batch-norm':
      return null;
    case 'dense':
      return box('units', layer.units, LAYER_LIMITS.units, (units) => ({ ...layer, units }));
    case 'residual':
      return <span>{t('panels.network.describe.residual')}</span>;
    case 'dropout':
      return box('percent', layer.percent, LAYER_LIMITS.dropPercent, (percent) => ({ ...layer, percent }));
    default:
      return layer satisfies never;
  }
}
