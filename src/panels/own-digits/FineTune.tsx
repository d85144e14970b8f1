import { useTranslation } from 'react-i18next';
import { HELD_OUT_OF, heldOutOf } from '../../model/own-digit';
import type { FineTuned, ReadBefore } from '../../protocol/fine-tune';
import type { LabState } from '../../state/lab-state';
import { isLookingBack, isTrained } from '../../state/network/network-selectors';
import { isOfOtherClasses } from '../../state/network/output-names';
import { isActive } from '../../state/run/run-state';
import { Button } from '../../ui/Button';
import { focusBefore } from '../../ui/focus-before';
import { formatCount } from '../../ui/format';
import { Note } from '../../ui/Note';
import { Table } from '../../ui/Table';
import { Toolbar } from '../../ui/Toolbar';
import { Term } from '../shared/term';
import { useActions, useLab } from '../shared/use-lab';
import styles from './OwnDigits.module.css';
import { ShareCell } from './ShareCells';

/** Trains the network further on the person's digits, compares, and lets the person decide. */
export function FineTune() {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.own-digits.tune' });
  const { done, tuned, learntFrom } = useLab((state) => state.fineTuning);
  const reason = useLab(againstTuning);
  const digits = useLab((state) => state.ownDigits.digits);
  const { fineTune, cancelFineTuning, decideFineTuned } = useActions();
  const isOpen = tuned?.decision === 'open';
  const held = heldOutOf(digits, learntFrom).size;
  return (
    <section className={styles.tune} aria-label={t('title')}>
      <h3 aria-label={t('title')}>
        <Term id="fine-tuning">{t('title')}</Term>
      </h3>
      <Note>{t('what', { held, learnt: digits.length - held })}</Note>
      <Toolbar>
        {isOpen ? (
          <>
            <Button variant="primary" isDisabled={reason === 'ofThen'} onPress={() => decideFineTuned(true)}>
              {t('keep')}
            </Button>
            <Button
              isDisabled={reason === 'ofThen'}
              onPress={({ currentTarget }) => {
                // Keep, which becomes Fine-tune again.
                focusBefore(currentTarget);
                decideFineTuned(false);
              }}
            >
              {t('takeBack')}
            </Button>
          </>
        ) : (
          <>
            <Button
              variant="primary"
              isDisabled={reason !== undefined || done !== undefined}
              aria-describedby={reason && 'own-digits-reason'}
              onPress={fineTune}
            >
              {t('start')}
            </Button>
            {done !== undefined && (
              <>
                <progress value={done} aria-label={t('progress')} />
                <Button
                  onPress={({ currentTarget }) => {
                    focusBefore(currentTarget);
                    cancelFineTuning();
                  }}
                >
                  {t('cancel')}
                </Button>
              </>
            )}
          </>
        )}
      </Toolbar>
      {reason && (!isOpen || reason === 'ofThen') && (
        <Note id="own-digits-reason">{t(`reasons.${reason}`, { count: HELD_OUT_OF })}</Note>
      )}
      {tuned && <Comparison tuned={tuned} />}
    </section>
  );
}

/** Why it can't begin. */
function againstTuning(state: LabState) {
  if (!isTrained(state)) return 'untrained';
  if (isActive(state.run.phase)) return 'running';
  if (isLookingBack(state)) return 'ofThen';
  if (state.dataset.status !== 'ready') return 'noData';
  if (isOfOtherClasses(state)) return 'otherClasses';
  if (state.interventions) return 'edited';
  if (state.ownDigits.digits.length < HELD_OUT_OF) return 'tooFew';
  return undefined;
}

function Comparison({ tuned }: { readonly tuned: FineTuned }) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.own-digits.tune' });
  const of = ({ images }: ReadBefore) => ({ images: formatCount(images, i18n.language) });
  const { decision, heldOut, learnt, validation } = tuned;
  return (
    <>
      <Note role="status">
        <b>{t(`decisions.${decision}`)}</b> {t(verdict(tuned))}
      </Note>
      <Table caption={t('comparison')}>
        <thead>
          <tr>
            <th scope="col">{t('of')}</th>
            <th scope="col">{t('before')}</th>
            <th scope="col">{t('after')}</th>
          </tr>
        </thead>
        <tbody>
          <ComparedRow name={t('heldOut', of(heldOut))} read={heldOut} />
          <ComparedRow name={t('learnt', of(learnt))} read={learnt} />
          <ComparedRow name={t('validation', of(validation))} read={validation} />
        </tbody>
      </Table>
    </>
  );
}

/** What the counts say: whether the held-out digits gained, and whether the data set lost more than one in 200. */
function verdict({ heldOut, validation }: FineTuned) {
  const lost = validation.before - validation.after > validation.images / 200;
  if (heldOut.after > heldOut.before) return lost ? 'verdicts.gainAtACost' : 'verdicts.gain';
  if (heldOut.after < heldOut.before) return 'verdicts.loss';
  return lost ? 'verdicts.onlyCost' : 'verdicts.same';
}

function ComparedRow({ name, read }: { readonly name: string; readonly read: ReadBefore }) {
  const { images, before, after } = read;
  return (
    <tr>
      <th scope="row">{name}</th>
      <ShareCell right={before} images={images} />
      <ShareCell right={after} images={images} />
    </tr>
  );
}
