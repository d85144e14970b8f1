import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useActions, useLab } from '../panels/use-lab';
import { isActive, trainBlock } from '../state/selectors';
import { Button } from '../ui/Button';
import styles from './RunButtons.module.css';

/** Train, which becomes Pause and Resume in place (so that the focus stays), and the rest of the transport. */
export function RunButtons() {
  const { t } = useTranslation();
  const phase = useLab((state) => state.run.phase);
  const block = useLab(trainBlock);
  const untouched = useLab((state) => state.run.settings === undefined);
  const actions = useActions();
  const active = isActive(phase);
  const why = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups inputs; these are buttons
    <div className={styles.buttons} role="group" aria-label={t('run.label')}>
      {phase === 'running' || phase === 'testing' ? (
        <Button key="main" variant="primary" onPress={actions.pause}>
          {t('run.pause')}
        </Button>
      ) : phase === 'paused' ? (
        <Button key="main" variant="primary" onPress={actions.resume}>
          {t('run.resume')}
        </Button>
      ) : (
        <Button
          key="main"
          variant="primary"
          aria-describedby={why}
          isDisabled={block !== undefined}
          onPress={actions.train}
        >
          {t('run.train')}
        </Button>
      )}
      <Button isDisabled={phase !== 'paused' && (active || block !== undefined)} onPress={actions.step}>
        {t('run.step')}
      </Button>
      <Button isDisabled={!active} onPress={actions.stop}>
        {t('run.stop')}
      </Button>
      <Button isDisabled={active || untouched} onPress={actions.resetWeights}>
        {t('run.reset')}
      </Button>
      <span id={why} className="visually-hidden">
        {block && !active ? t(`run.block.${block}`) : ''}
      </span>
    </div>
  );
}
