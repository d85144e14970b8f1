import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LAYER_LIMITS, type LayerType, type Network } from '../../model/network';
import { Button } from '../../ui/Button';
import { useActions } from '../use-lab';
import { addLayer, LAYER_TYPES, removeLayer, replaceLayer, retypeLayer } from './edit-network';
import { LayerRow } from './LayerRow';
import styles from './NetworkPanel.module.css';
import { NotationField } from './NotationField';

interface LayerEditorProps {
  readonly network: Network;
  /** Output shape of each layer, as text. */
  readonly outputs: readonly string[];
}

/** A network of one's own, as a list and as one short line that say the same. */
export function LayerEditor({ network, outputs }: LayerEditorProps) {
  const { t } = useTranslation();
  const { change } = useActions();
  const [added, setAdded] = useState<LayerType>('conv');
  return (
    <div className={styles.editor}>
      <ol className={styles.rows} aria-label={t('panels.network.layers')}>
        {network.map((layer, index) => (
          <LayerRow
            // biome-ignore lint/suspicious/noArrayIndexKey: layers have no identity but their place
            key={index}
            layer={layer}
            number={index + 1}
            output={outputs[index] ?? ''}
            onChange={(changed) => change({ network: replaceLayer(network, index, changed) })}
            onRetype={(type) => change({ network: retypeLayer(network, index, type) })}
            onRemove={() => change({ network: removeLayer(network, index) })}
          />
        ))}
      </ol>
      <div className={styles.add}>
        <select
          className={styles.type}
          aria-label={t('panels.network.added')}
          value={added}
          onChange={(event) => {
            const type = LAYER_TYPES.find((known) => known === event.target.value);
            if (type) setAdded(type);
          }}
        >
          {LAYER_TYPES.map((type) => (
            <option key={type} value={type}>
              {t(`panels.network.types.${type}`)}
            </option>
          ))}
        </select>
        <Button
          isDisabled={network.length >= LAYER_LIMITS.layers[1]}
          onPress={() => change({ network: addLayer(network, added) })}
        >
          {t('panels.network.add')}
        </Button>
      </div>
      <NotationField network={network} onChange={(changed) => change({ network: [...changed] })} />
    </div>
  );
}
