import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LAYER_LIMITS, type LayerType, type Network } from '../../model/network';
import type { LayerPlan } from '../../model/shapes';
import { Button, type Press } from '../../ui/Button';
import { TermList } from '../shared/panel-terms';
import { useActions } from '../shared/use-lab';
import { addLayer, moveLayer, removeLayer, replaceLayer, retypeLayer } from './edit-network';
import { LayerRow } from './LayerRow';
import { LayerTypeSelect } from './LayerTypeSelect';
import { layerCost } from './layer-cost';
import styles from './NetworkPanel.module.css';
import { NotationField } from './NotationField';

interface LayerEditorProps {
  readonly network: Network;
  /** Of each layer; only of those in front of one that is impossible. */
  readonly plans: readonly LayerPlan[];
}

/** Of the fields and the small print of a row. */
const ROW_TERMS = [
  'layer',
  'filter',
  'kernel',
  'stride',
  'padding',
  'multiply-adds',
  'receptive-field',
] as const;

/** A network of one's own, as a list and as one short line that say the same. */
export function LayerEditor({ network, plans }: LayerEditorProps) {
  const { t, i18n } = useTranslation();
  const { change } = useActions();
  const [added, setAdded] = useState<LayerType>('conv');
  const last = network.length - 1;
  const mover = (from: number, to: number) => {
    if (to < 0 || to > last) return undefined;
    return (press: Press) => {
      change({ network: moveLayer(network, from, to) });
      focusSameButton(press, to);
    };
  };
  const remover = (index: number) => {
    if (network.length <= LAYER_LIMITS.layers[0]) return undefined;
    return (press: Press) => {
      change({ network: removeLayer(network, index) });
      if (index === last) focusSameButton(press, index - 1);
    };
  };
  return (
    <div className={styles.editor}>
      <ol className={styles.rows} aria-label={t('panels.network.layers')}>
        {network.map((layer, index) => (
          <LayerRow
            // biome-ignore lint/suspicious/noArrayIndexKey: layers have no identity but their place
            key={index}
            layer={layer}
            number={index + 1}
            output={plans[index]?.output.join('×') ?? ''}
            cost={layerCost(plans, index, t, i18n.language)}
            onChange={(changed) => change({ network: replaceLayer(network, index, changed) })}
            onRetype={(type) => change({ network: retypeLayer(network, index, type) })}
            onUp={mover(index, index - 1)}
            onDown={mover(index, index + 1)}
            onRemove={remover(index)}
          />
        ))}
      </ol>
      <div className={styles.add}>
        <LayerTypeSelect label={t('panels.network.added')} value={added} onChange={setAdded} />
        <Button
          isDisabled={network.length >= LAYER_LIMITS.layers[1]}
          onPress={() => change({ network: addLayer(network, added) })}
        >
          {t('panels.network.add')}
        </Button>
      </div>
      <NotationField network={network} onChange={(changed) => change({ network: [...changed] })} />
      <TermList terms={ROW_TERMS} />
    </div>
  );
}

/** Rows stay and layers move through them: so that the focus goes along, it goes on to the same button of another row. */
function focusSameButton({ currentTarget: button }: Press, row: number): void {
  const here = button.closest('li');
  const place = [...(here?.querySelectorAll('button') ?? [])].indexOf(button);
  here?.parentElement?.children[row]?.querySelectorAll('button')[place]?.focus();
}
