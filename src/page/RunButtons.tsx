import { useId, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useActions, useLab } from '../panels/shared/use-lab';
import { trainBlock } from '../state/run/run-selectors';
import { isActive } from '../state/run/run-state';
import { Button, type Press } from '../ui/Button';
import { isRestOfDoubleClick } from '../ui/double-click';
import styles from './RunButtons.module.css';

/** Train, which becomes Pause and Resume in place (so that the focus stays), and the rest of the transport. */
export function RunButtons() {
  const { t } = useTranslation();
  const phase = useLab((state) => state.run.phase);
  const block = useLab((state) => (isActive(state.run.phase) ? undefined : trainBlock(state)));
  const untouched = useLab((state) => state.run.settings === undefined);
  const actions = useActions();
  const active = isActive(phase);
  const why = useId();
  const main = !active ? 'train' : phase === 'paused' ? 'resume' : 'pause';
  const pressMain = useSingleClicks(main, actions[main]);
  const impossible = block === 'impossible-settings';
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups inputs; these are buttons
    <div id="run" className={styles.buttons} role="group" aria-label={t('run.label')}>
      <Button
        variant="primary"
        aria-describedby={block && why}
        isDisabled={block !== undefined}
        onPress={pressMain}
      >
        {t(`run.${main}`)}
      </Button>
      <Button
        aria-describedby={block && why}
        isDisabled={phase !== 'paused' && (active || block !== undefined)}
        onPress={actions.step}
      >
        {t('run.step')}
      </Button>
      <Button isDisabled={!active} onPress={actions.stop}>
        {t('run.stop')}
      </Button>
      <Button
        aria-describedby={impossible ? why : undefined}
        isDisabled={active || untouched || impossible}
        onPress={actions.resetWeights}
      >
        {t('run.reset')}
      </Button>
      <span id={why} className="visually-hidden">
        {block ? t(`run.block.${block}`) : ''}
      </span>
    </div>
  );
}

/** Presses of a button that changes its meaning under the pointer: a double click on Train is to train, not to pause. */
function useSingleClicks(meaning: string, action: () => void): (press: Press) => void {
  const changed = useRef(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the change of meaning is what counts
  useLayoutEffect(() => {
    changed.current = performance.now();
  }, [meaning]);
  return ({ nativeEvent }) => {
    if (isRestOfDoubleClick(nativeEvent, changed.current)) return;
    changed.current = nativeEvent.timeStamp;
    action();
  };
}
