import { type CSSProperties, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ColourBar } from '../../charts/ColourBar';
import { VIRIDIS } from '../../charts/viridis';
import { tempered } from '../../metrics/temperature';
import { ranked } from '../../metrics/top';
import { INPUT_SIDE, isConvolution } from '../../model/network';
import { planNetwork, readingLayers } from '../../model/shapes';
import { temperatureOf } from '../../state/inspection/temperature';
import { Card } from '../../ui/Card';
import { formatShare } from '../../ui/format';
import { PixelCanvas } from '../../ui/PixelCanvas';
import { greyPixels } from '../../ui/pixels';
import { shortLayerName } from '../shared/layer-name';
import { TermText } from '../shared/term';
import { useOutputNames } from '../shared/use-class-names';
import { useLab } from '../shared/use-lab';
import { LayerColumn } from './LayerColumn';
import { LayerNote } from './LayerNote';
import { ClassBars, MapGrid, UnitBlock } from './layer-pictures';
import styles from './NetworkStrip.module.css';
import { SHOWN_MAPS, type StripLayer, stripLayers } from './strip-layers';

/** One image on its way through the network, from its pixels to the probabilities. */
export function NetworkStrip() {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.network-strip' });
  const subject = useLab((state) => state.subject);
  const built = useLab((state) => state.built?.network);
  const chosen = useLab((state) => state.settings.network);
  const look = subject?.look;
  const network = (look && built) ?? chosen;
  const planned = useMemo(() => planNetwork(network), [network]);
  const image = subject?.image;
  const selected = useLab((state) => state.selection.layer);
  // The walk says of its layer what the note would.
  const isWalking = useLab((state) => state.panel === 'walk');
  const note =
    planned.ok && selected !== undefined && !isWalking ? readingLayers(planned.plan)[selected] : undefined;
  // Whoever presses a layer's name asks what it is; whoever comes by one of its maps wants to go on.
  const [explained, setExplained] = useState<number>();
  const activation = useLab((state) => ((look && state.built) ?? state.settings).activation);
  const input = useMemo(
    () => image && greyPixels({ width: INPUT_SIDE, height: INPUT_SIDE, values: image }),
    [image],
  );
  const side = `${INPUT_SIDE}×${INPUT_SIDE}`;
  const columns = (planned.ok ? stripLayers(planned.plan, look) : []).map((layer, index) => (
    <StripColumn
      // biome-ignore lint/suspicious/noArrayIndexKey: layers have no identity but their place
      key={index}
      number={index}
      layer={layer}
      percent={percent}
      onSelect={() => setExplained(index)}
    />
  ));

  return (
    <Card title={t('title')} note={<TermText>{whose()}</TermText>}>
      <div className={styles.frame}>
        <div className={styles.strip}>
          <ol
            className={styles.layers}
            aria-label={t('label')}
            style={{ '--columns': columns.length } as CSSProperties}
          >
            <LayerColumn kind="input" name={t('input')} size={side}>
              <PixelCanvas pixels={input} className={styles.map} name={t('inputLabel', { size: side })} />
            </LayerColumn>
            {columns.slice(0, -1)}
          </ol>
          {/* Beside what scrolls where it doesn't fit: the answer stays in sight, and lies over nothing. */}
          {planned.ok && (
            <ol className={styles.answer} start={columns.length + 1} aria-label={t('answer')}>
              {columns.at(-1)}
            </ol>
          )}
        </div>
      </div>
      {planned.ok && <Legend />}
      {note && (
        <LayerNote key={selected} plan={note} activation={activation} isExplained={selected === explained} />
      )}
      {!planned.ok && <p className={styles.impossible}>{t('impossible')}</p>}
    </Card>
  );

  function percent(share: number): string {
    return formatShare(share, i18n.language);
  }

  function whose(): string {
    if (!subject) return t('noLook');
    const name = t(subject.from);
    return subject.look.trainedBatches === 0 ? t('untrained', { whose: name }) : name;
  }
}

/** What the colours mean, and that every picture can be opened. */
function Legend() {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.network-strip' });
  return (
    <p className={styles.legend}>
      <ColourBar
        scale={{ min: 0, max: 1, table: VIRIDIS }}
        format={(end) => t(end === 0 ? 'lowest' : 'highest')}
        label={t('scale')}
      />
      <span>
        <b aria-hidden>Σ</b> {t('hint')}
      </span>
    </p>
  );
}

interface StripColumnProps {
  /** Of the layer. */
  readonly number: number;
  readonly layer: StripLayer;
  readonly percent: (share: number) => string;
  readonly onSelect: () => void;
}

function StripColumn({ number, layer, percent, onSelect }: StripColumnProps) {
  const { t: tAll } = useTranslation();
  const { t } = useTranslation('translation', { keyPrefix: 'panels.network-strip' });
  const names = useOutputNames();
  const answer = useAnswer(layer.kind === 'classes' ? layer.probabilities : undefined);
  switch (layer.kind) {
    case 'maps': {
      const { channels } = layer;
      const name = shortLayerName(layer.layer, tAll);
      const side = `${layer.side}×${layer.side}`;
      const maps = t('maps', { count: channels });
      return (
        <LayerColumn
          name={name}
          size={isConvolution(layer.layer) ? maps : side}
          kind={layer.kind}
          layer={number}
          onSelect={onSelect}
          more={channels - SHOWN_MAPS}
        >
          <MapGrid
            layer={number}
            output={layer.output}
            name={name}
            label={t('mapsLabel', { name, maps, side })}
            channels={channels}
          />
        </LayerColumn>
      );
    }
    case 'units': {
      const name = shortLayerName(layer.layer, tAll);
      return (
        <LayerColumn
          name={name}
          size={String(layer.units)}
          kind={layer.kind}
          layer={number}
          onSelect={onSelect}
        >
          <UnitBlock
            layer={number}
            output={layer.output}
            label={t('unitsLabel', { name, count: layer.units })}
            units={layer.units}
          />
        </LayerColumn>
      );
    }
    case 'classes': {
      const top = answer && ranked(answer)[0];
      const label = top
        ? t('softmaxLabel', {
            classes: names.length,
            digit: names[top.label],
            share: percent(top.probability),
          })
        : t('softmaxEmpty', { classes: names.length });
      return (
        <LayerColumn
          name={t('softmax')}
          size={String(names.length)}
          kind={layer.kind}
          layer={number}
          onSelect={onSelect}
        >
          <ClassBars layer={number} label={label} probabilities={answer} />
        </LayerColumn>
      );
    }
    default:
      return layer satisfies never;
  }
}

/** Of the drawing the shares of the answer beside it, which are calibrated; the walk says what softmax itself gives. */
function useAnswer(probabilities: Float32Array | undefined): Float32Array | undefined {
  const isDrawing = useLab((state) => state.subject?.from === 'drawing');
  const temperature = useLab(temperatureOf);
  return useMemo(
    () =>
      probabilities && isDrawing && temperature !== undefined
        ? tempered(probabilities, temperature, probabilities.length)
        : probabilities,
    [probabilities, isDrawing, temperature],
  );
}
