import { use, useEffect, useRef } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { useOutputWording } from '../../panels/shared/use-class-names';
import { useOffers } from '../../panels/shared/use-control';
import { useActions, useLab } from '../../panels/shared/use-lab';
import { Button } from '../../ui/Button';
import type { HintPlaceName } from '../../ui/hint-place';
import styles from './Hint.module.css';
import { HINTS, type HintId } from './hints';
import { HintsContext } from './use-hints';

const AT_PLACE = { canvas: 'draw', answer: 'answer' } as const satisfies Record<HintPlaceName, HintId>;

/** The hint of a place in a panel. */
export const HintAt = ({ at }: { readonly at: HintPlaceName }) => <Hint id={AT_PLACE[at]} />;

/**
 * What a newcomer is told at the place that it is about. It stands in the page's flow, so that it covers nothing, and is
 * read out when it comes: what it is read from is there before.
 */
export function Hint({ id }: { readonly id: HintId }) {
  const { t } = useTranslation('translation', { keyPrefix: 'hints' });
  const wording = useOutputWording();
  const { shown, isRecalled, close, closeAll } = use(HintsContext);
  const box = useRef<HTMLDivElement>(null);
  const isShown = shown === id;
  useEffect(() => {
    if (!isShown || !isRecalled) return;
    box.current?.scrollIntoView({ block: 'nearest' });
    box.current?.focus({ preventScroll: true });
  }, [isShown, isRecalled]);
  useEscape(isShown, () => close(id));
  const leave = (how: () => void) => () => {
    // The button goes with its hint; the focus stays in the page's content.
    document.querySelector('main')?.focus({ preventScroll: true });
    how();
  };
  return (
    <div
      ref={box}
      className={isShown ? styles.hint : styles.place}
      data-hint={isShown ? id : undefined}
      {...(isShown && {
        role: 'group',
        'aria-label': t('label', { number: HINTS.indexOf(id) + 1, of: HINTS.length }),
        tabIndex: -1,
      })}
    >
      <p aria-live="polite">{isShown && (id === 'break' ? <BreakText /> : t(`text.${id}`, wording))}</p>
      {isShown && (
        <div className={styles.buttons}>
          <Button onPress={leave(() => close(id))}>{t('close')}</Button>
          <button type="button" className={styles.all} onClick={leave(closeAll)}>
            {t('closeAll')}
          </button>
        </div>
      )}
    </div>
  );
}

/** Where the panel for it is not open, with a way to it. */
function BreakText() {
  const { t } = useTranslation();
  const wording = useOutputWording();
  const { open } = useActions();
  const offers = useOffers();
  const isThere = useLab((state) => state.panel === 'interventions');
  if (isThere || !offers('interventions')) return t('hints.text.breakHere', wording);
  return (
    <Trans
      i18nKey="hints.text.break"
      {...wording}
      components={{
        open: <button type="button" className={styles.link} onClick={() => open('interventions')} />,
      }}
    />
  );
}

/** What has a use of its own for Escape. */
const OTHERS = 'input, textarea, select, details[open], [role=dialog], [role=menu]';

function useEscape(isShown: boolean, close: () => void): void {
  const latest = useRef(close);
  useEffect(() => {
    latest.current = close;
  });
  useEffect(() => {
    if (!isShown) return;
    const onKeyDown = ({ key, target, defaultPrevented }: KeyboardEvent) => {
      if (key !== 'Escape' || defaultPrevented) return;
      if (target instanceof Element && target.closest(OTHERS)) return;
      latest.current();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [isShown]);
}
