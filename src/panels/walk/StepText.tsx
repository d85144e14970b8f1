import { useTranslation } from 'react-i18next';
import type { Activation } from '../../model/settings';
import type { Shape } from '../../model/shapes';
import { formatCount } from '../../ui/format';
import { useLab } from '../shared/use-lab';
import type { View } from './view';
import styles from './Walk.module.css';
import type { StepKind } from './walk-steps';

/** By the key of its text. */
type Note = Activation | Exclude<StepKind, 'image' | 'dropout' | 'activation'> | 'logits';

/** What a step does, in plain words and as a formula. */
export function StepText({ view }: { readonly view: View }) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.walk' });
  const { t: tStrip } = useTranslation('translation', { keyPrefix: 'panels.network-strip' });
  const isDrawing = useLab((state) => state.subject?.from === 'drawing');
  const { step, values, inside } = view;
  const notes = notesOf();
  const sizes = { input: sizeText(values.given.shape), output: sizeText(values.made.shape) };
  const isLayer = step.kind !== 'image' && step.kind === step.plan.layer.type;
  const parameters = isLayer ? step.plan.parameters : 0;
  return (
    <div className={styles.text}>
      {step.kind === 'image' && <p>{t(isDrawing ? 'says.drawing' : 'says.image')}</p>}
      {step.kind === 'dropout' && (
        <p>{t('says.dropout', { percent: 'percent' in step.plan.layer ? step.plan.layer.percent : 0 })}</p>
      )}
      {notes.map((note) => (
        <p key={note}>
          {tStrip(`notes.${note}.text`)} <code translate="no">{tStrip(`notes.${note}.formula`)}</code>
        </p>
      ))}
      {step.kind !== 'image' && (
        <p className={styles.facts}>
          {parameters > 0
            ? tStrip('facts', { ...sizes, parameters: formatCount(parameters, i18n.language) })
            : t('sizes', sizes)}
        </p>
      )}
    </div>
  );

  /** Those of the strip, which say the same at length. */
  function notesOf(): readonly Note[] {
    switch (step.kind) {
      case 'image':
      case 'dropout':
        return [];
      case 'activation':
        return [inside.activation];
      case 'dense':
        return step.plan.isOutput ? ['dense', 'logits'] : ['dense'];
      case 'conv':
      case 'separable-conv':
      case 'max-pool':
      case 'avg-pool':
      case 'global-avg-pool':
      case 'batch-norm':
      case 'residual':
      case 'flatten':
      case 'softmax':
        return [step.kind];
      default:
        return step satisfies never;
    }
  }
}

const sizeText = (shape: Shape): string => shape.join('×');
