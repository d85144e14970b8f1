import { useTranslation } from 'react-i18next';
import type { Activation } from '../../model/settings';
import type { LayerPlan, Shape } from '../../model/shapes';
import { Button } from '../../ui/Button';
import { formatCount } from '../../ui/format';
import { useActions } from '../use-lab';
import { layerFacts, type NoteKey } from './layer-facts';
import { layerName } from './layer-name';
import styles from './NetworkStrip.module.css';

interface LayerNoteProps {
  readonly plan: LayerPlan;
  readonly activation: Activation;
}

/** What the selected layer computes, in words and as a formula, with its numbers. */
export function LayerNote({ plan, activation }: LayerNoteProps) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.network-strip' });
  const { select, open } = useActions();
  const { notes, panels } = layerFacts(plan, activation);
  return (
    <section className={styles.note} aria-label={t('noteLabel')}>
      <h3>{plan.isOutput ? t('softmax') : layerName(plan.layer, t)}</h3>
      <p className={styles.facts}>
        {t('facts', {
          input: shapeText(plan.input),
          output: shapeText(plan.output),
          parameters: formatCount(plan.parameters, i18n.language),
        })}
      </p>
      {notes.map((note) => (
        <Note key={note} note={note} />
      ))}
      <div className={styles.more}>
        {panels.map((panel) => (
          <Button key={panel} onPress={() => open(panel)}>
            {t(`open.${panel}`)}
          </Button>
        ))}
        <Button onPress={() => select({ layer: undefined })}>{t('close')}</Button>
      </div>
    </section>
  );
}

function Note({ note }: { readonly note: NoteKey }) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.network-strip.notes' });
  return (
    <p>
      {t(`${note}.text`)} <code>{t(`${note}.formula`)}</code>
    </p>
  );
}

const shapeText = (shape: Shape): string => shape.join('×');
