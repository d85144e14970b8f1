import { useTranslation } from 'react-i18next';
import { useActions, useLab } from '../panels/shared/use-lab';
import { lookedAt } from '../state/look-back/look-back-selectors';
import { Button } from '../ui/Button';
import { SliderField } from '../ui/SliderField';
import styles from './LookBackBar.module.css';

/** While a network of the past is looked at: that it is, of when, and the way through its run's epochs and back. */
export function LookBackBar() {
  const { t } = useTranslation('translation', { keyPrefix: 'app.lookBack' });
  const run = useLab((state) => lookedAt(state)?.run);
  const seen = useLab((state) => state.lookBack?.epoch);
  const asked = useLab((state) => state.lookBackAsked?.epoch);
  const epochs = useLab((state) => lookedAt(state)?.epochs);
  const isElsewhere = useLab((state) => lookedAt(state)?.isOnOtherData);
  const { lookBack, lookAtPresent } = useActions();
  if (!run || seen === undefined || !epochs) return null;
  const [first = 0, last = 0] = [epochs[0], epochs.at(-1)];
  const epoch = asked ?? seen;
  const to = (wanted: number) => lookBack({ run: run.id, epoch: Math.min(last, Math.max(first, wanted)) });
  return (
    <section className={styles.bar} aria-label={t('label')}>
      <p role="status">
        {t(seen === 0 ? 'initial' : 'text', { run: run.number, epoch: seen, epochs: run.epochs })}
        {isElsewhere && ` ${t('otherData')}`}
      </p>
      <div className={styles.controls}>
        <div className={styles.slider}>
          <SliderField
            label={t('epoch')}
            hint={t('hint')}
            range={{ min: first, max: last, scale: 'linear', step: 1, whole: true }}
            value={epoch}
            isDisabled={first === last}
            onChange={to}
          />
        </div>
        <div className={styles.steps}>
          <Button aria-label={t('first')} isDisabled={epoch <= first} onPress={() => to(first)}>
            «
          </Button>
          <Button aria-label={t('previous')} isDisabled={epoch <= first} onPress={() => to(epoch - 1)}>
            ‹
          </Button>
          <Button aria-label={t('next')} isDisabled={epoch >= last} onPress={() => to(epoch + 1)}>
            ›
          </Button>
          <Button aria-label={t('last')} isDisabled={epoch >= last} onPress={() => to(last)}>
            »
          </Button>
          <Button
            variant="primary"
            onPress={(press) => {
              // The button goes with its bar; the focus stays in the page's content.
              press.currentTarget.closest('main')?.focus({ preventScroll: true });
              lookAtPresent();
            }}
          >
            {t('back')}
          </Button>
        </div>
      </div>
    </section>
  );
}
