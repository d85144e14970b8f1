import { useTranslation } from 'react-i18next';
import type { Activation } from '../../model/settings';
import type { LayerPlan, Shape } from '../../model/shapes';
import { Button } from '../../ui/Button';
import { Explanation } from '../../ui/Explanation';
import { formatCount } from '../../ui/format';
import { layerName } from '../shared/layer-name';
import { TermList } from '../shared/panel-terms';
import { Term } from '../shared/term';
import { LAYER_TERMS } from '../shared/term-tables';
import { useClassWording } from '../shared/use-class-names';
import { useOffers } from '../shared/use-control';
import { useActions } from '../shared/use-lab';
import { layerFacts, type NoteKey } from './layer-facts';
import styles from './NetworkStrip.module.css';

interface LayerNoteProps {
  readonly plan: LayerPlan;
  readonly activation: Activation;
  /** Whether the explanation is open from the start. */
  readonly isExplained: boolean;
}

/** What the selected layer computes, in words and as a formula, with its numbers. */
export function LayerNote({ plan, activation, isExplained }: LayerNoteProps) {
  const { t: tAll } = useTranslation();
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.network-strip' });
  const { select, open } = useActions();
  const offers = useOffers();
  const wording = useClassWording();
  const name = plan.isOutput ? t('softmax') : layerName(plan.layer, tAll);
  const { looksFor, notes, panels } = layerFacts(plan, activation);
  return (
    <section className={styles.note} aria-label={t('noteLabel')}>
      <div className={styles.facts}>
        <h3 aria-label={name}>
          <Term id={plan.isOutput ? 'softmax' : LAYER_TERMS[plan.layer.type]}>{name}</Term>
        </h3>
        <p>
          {t('facts', {
            input: shapeText(plan.input),
            output: shapeText(plan.output),
            parameters: formatCount(plan.parameters, i18n.language),
          })}
        </p>
        {panels.filter(offers).map((panel) => (
          <Button key={panel} onPress={() => open(panel)}>
            {t(`open.${panel}`)}
          </Button>
        ))}
        <Button onPress={() => select({ layer: undefined })}>{t('close')}</Button>
      </div>
      <Explanation question={t('whatItDoes')} isOpen={isExplained}>
        {looksFor && <p>{String(t(`looksFor.${looksFor}`, wording as never))}</p>}
        {notes.map((note) => (
          <Note key={note} note={note} />
        ))}
        <TermList
          terms={[LAYER_TERMS[plan.layer.type], plan.isOutput ? 'softmax' : 'activation-map', 'parameter']}
        />
      </Explanation>
    </section>
  );
}

function Note({ note }: { readonly note: NoteKey }) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.network-strip.notes' });
  return (
    <p>
      {t(`${note}.text`)} <code translate="no">{t(`${note}.formula`)}</code>
    </p>
  );
}

const shapeText = (shape: Shape): string => shape.join('×');
