import { useTranslation } from 'react-i18next';
import { Note } from '../../ui/Note';
import { ArithmeticView } from '../shared/arithmetic/ArithmeticView';
import type { Arithmetic } from '../shared/arithmetic/arithmetic';
import type { Place } from '../shared/arithmetic/picture';
import { ActivatedValue } from './ActivatedValue';
import { SoftmaxValue } from './SoftmaxValue';
import { sourceOf } from './step-values';
import type { View } from './view';
import styles from './Walk.module.css';

interface ValueSumProps {
  readonly view: View;
  readonly place: Place;
  readonly arithmetic: Arithmetic | undefined;
  /** What the step was given where the value stands. */
  readonly given: number;
  readonly value: number;
  readonly write: (value: number) => string;
  readonly channel: number;
  readonly onChannel: (channel: number) => void;
}

/** The arithmetic of one value, by the kind of its step. */
export function ValueSum(props: ValueSumProps) {
  const { view, place, arithmetic, given, value, write, channel, onChannel } = props;
  const { t } = useTranslation('translation', { keyPrefix: 'panels.walk.sums' });
  const { step, inside, values } = view;
  switch (step.kind) {
    case 'image':
    case 'dropout':
      return <Note>{t(step.kind)}</Note>;
    case 'conv':
    case 'separable-conv':
    case 'max-pool':
    case 'avg-pool':
    case 'global-avg-pool':
    case 'batch-norm':
    case 'residual':
    case 'dense':
      return (
        arithmetic && (
          <ArithmeticView
            arithmetic={arithmetic}
            channel={channel}
            onChannel={onChannel}
            isFromMaps={step.plan.input.length === 3}
          />
        )
      );
    case 'activation':
      return <ActivatedValue activation={inside.activation} sum={given} output={value} write={write} />;
    case 'flatten': {
      const { y, x, channel: map } = sourceOf(step, place);
      const [, width = 1, maps = 1] = step.plan.input;
      const [row, column] = [y + 1, x + 1];
      return (
        <>
          <Note>{t('flatten', { map: map + 1, row, column })}</Note>
          <p className={styles.formula} translate="no">
            (({row} − 1) · {width} + {column} − 1) · {maps} + {map + 1} = {place.channel + 1}
          </p>
        </>
      );
    }
    case 'softmax':
      return (
        <>
          <SoftmaxValue logits={values.given.values} digit={place.channel} />
          <Note>{t('softmax')}</Note>
        </>
      );
    default:
      return step satisfies never;
  }
}
