import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ColourScale } from '../../charts/colour-scale';
import { isConvolution } from '../../model/network';
import type { LayerOutput } from '../../protocol/inspect';
import { Note } from '../../ui/Note';
import { ArithmeticView } from '../shared/arithmetic/ArithmeticView';
import { arithmeticAt } from '../shared/arithmetic/arithmetic-at';
import { givenTo, type Inside } from '../shared/arithmetic/inside';
import { decimalsFor, decimalsOf, writer } from '../shared/arithmetic/numbers';
import { PointedMap } from '../shared/arithmetic/PointedMap';
import { highestIn, indexOf, type Place, within } from '../shared/arithmetic/picture';
import type { LayerAnswers, Stage } from '../shared/arithmetic/shown-values';
import { foundBy, isStale } from '../shared/arithmetic/stale';
import { useClassWording, useOutputNames } from '../shared/use-class-names';
import { useActions, useLab } from '../shared/use-lab';
import { hasInputMaps, ImageField, InputWindow } from './FieldPictures';
import { SoftmaxTable } from './SoftmaxTable';
import styles from './ValueInside.module.css';

interface ValueInsideProps {
  readonly inside: Inside;
  readonly layer: number;
  readonly filter: number;
  readonly shown: LayerOutput;
  readonly stage: Stage;
  readonly scale: ColourScale;
  readonly answers: LayerAnswers | undefined;
}

/** The selected map, what one value of it depends on, and the arithmetic that leads to it. */
export function ValueInside(props: ValueInsideProps) {
  const { inside, layer, filter, shown, stage, scale, answers } = props;
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.activation-maps' });
  const names = useOutputNames();
  const wording = useClassWording();
  const unit = useLab((state) => state.selection.filter);
  const { select } = useActions();
  const { shape, values } = shown;
  const isVector = shape.length === 1;
  const [picked, setPicked] = useState<Place>(() => highestIn(shown, filter));
  const [hovered, setHovered] = useState<Place>();
  const [chosenChannel, setChannel] = useState(0);

  const settled = isVector && unit !== undefined ? { ...picked, channel: unit } : picked;
  const pointed = hovered ?? settled;
  const { y, x, channel: place } = within(shape, isVector ? pointed : { ...pointed, channel: filter });
  const at = useMemo(() => ({ y, x, channel: place }), [y, x, place]);
  const plan = inside.layers[layer];
  const { input, around } = givenTo(inside, layer);
  const weights = answers?.weights;
  const arithmetic = useMemo(
    () => plan && arithmeticAt(plan, { input, around }, weights, inside.activation, at),
    [plan, input, around, weights, inside.activation, at],
  );
  if (!plan) return null;
  const channels = plan.input.length === 3 ? plan.input[2] : 1;
  // A pooled map comes from the map of the same number; a convolution sees them all.
  const channel = isConvolution(plan.layer) ? Math.min(chosenChannel, channels - 1) : at.channel;
  const value = values[indexOf(shape, at)] ?? 0;
  const write = writer(arithmetic ? decimalsOf(arithmetic) : decimalsFor([value]), i18n.language);

  const caption = plan.isOutput ? 'logitsCaption' : isVector ? 'unitsCaption' : 'mapCaption';

  return (
    <div className={styles.inside}>
      <div className={styles.pictures}>
        <ImageField inside={inside} layer={layer} place={at} />
        {hasInputMaps(plan, layer) && (
          <InputWindow inside={inside} layer={layer} place={at} channel={channel} />
        )}
        <figure className={styles.figure}>
          <PointedMap
            label={t(isVector ? 'pointUnits' : 'pointMap', { number: filter + 1 })}
            output={shown}
            filter={filter}
            scale={scale}
            place={at}
            onHover={setHovered}
            onPick={pick}
          />
          <figcaption>{t(caption, { ...wording, number: filter + 1 })}</figcaption>
        </figure>
      </div>
      <p className={styles.value} aria-live="polite">
        <b>{where()}</b> {t(stage === 'before' ? 'valueBefore' : 'value', { value: write(value) })}
      </p>
      {arithmetic ? (
        <ArithmeticView
          arithmetic={arithmetic}
          channel={channel}
          onChannel={setChannel}
          isFromMaps={plan.input.length === 3}
        />
      ) : (
        <Note>{t('loading')}</Note>
      )}
      {arithmetic && isStale(foundBy(arithmetic, stage), value) && <Note>{t('moving')}</Note>}
      {plan.isOutput && <SoftmaxTable logits={values} digit={at.channel} />}
    </div>
  );

  function where(): string {
    if (plan?.isOutput) return t('logitOf', { digit: names[at.channel] });
    if (isVector) return t('unit', { number: at.channel + 1 });
    return t('pixel', { map: at.channel + 1, row: at.y + 1, column: at.x + 1 });
  }

  function pick(chosen: Place): void {
    setPicked(chosen);
    if (isVector) select({ layer, filter: chosen.channel });
  }
}
