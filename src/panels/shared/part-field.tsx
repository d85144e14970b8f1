import { useTranslation } from 'react-i18next';
import type { TermId } from '../../locales/glossary';
import type { Part } from '../../protocol/data/images';
import { shownPart, shownReadings, whyUnread } from '../../state/inspection/inspection-selectors';
import { isLookingBack, isTrained } from '../../state/network/network-selectors';
import { isOfOtherClasses } from '../../state/network/output-names';
import { trainedOnOtherData } from '../../state/run/run-selectors';
import { isActive } from '../../state/run/run-state';
import { Button } from '../../ui/Button';
import { formatShare } from '../../ui/format';
import { PacedStatus } from '../../ui/PacedStatus';
import { SegmentedField } from '../../ui/SegmentedField';
import styles from './part-field.module.css';
import { Term } from './term';
import { useClassNames, useOutputNames } from './use-class-names';
import { useIsReadSoon } from './use-is-read-soon';
import { useActions, useLab } from './use-lab';

const PARTS = ['validation', 'test', 'train'] as const satisfies readonly Part[];

const PART_TERMS = {
  validation: 'validation',
  test: 'test-images',
  train: 'training-images',
} as const satisfies Record<Part, TermId>;

/** Which images matrix, report and gallery are about; what has not been read yet is read on request. */
export function PartField() {
  const { t } = useTranslation('translation', { keyPrefix: 'parts' });
  const part = useLab(shownPart);
  const { select } = useActions();
  return (
    <div className={styles.part}>
      <SegmentedField
        label={t('label')}
        isLabelHidden
        value={part}
        options={PARTS.map((value) => ({ value, label: t(`options.${value}`) }))}
        onChange={(chosen) => select({ part: chosen })}
      />
      <Term id={PART_TERMS[part]} isMark>
        {t(`options.${part}`)}
      </Term>
      <Unread />
    </div>
  );
}

/** Instead of readings: why there are none, or how to get them. */
function Unread() {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'parts' });
  const part = useLab(shownPart);
  const hasReadings = useLab((state) => shownReadings(state) !== undefined);
  const reading = useLab((state) => state.reading);
  const trained = useLab(isTrained);
  const active = useLab((state) => isActive(state.run.phase));
  const isFirstEpoch = useLab((state) => whyUnread(state) === 'first-epoch');
  const elsewhere = useLab((state) => trainedOnOtherData(state) || state.pretrained !== undefined);
  const ofThen = useLab(isLookingBack);
  const isReadSoon = useIsReadSoon();
  const isOther = useLab(isOfOtherClasses);
  const { read, cancelRead } = useActions();
  if (reading) {
    return (
      <p className={styles.note}>
        <PacedStatus
          text={t('reading', {
            part: t(`options.${reading.part}`),
            share: formatShare(reading.done, i18n.language),
          })}
        />
        <Button onPress={cancelRead}>{t('cancel')}</Button>
      </p>
    );
  }
  // The panels themselves say that the first epoch is under way.
  if (!trained || isFirstEpoch) return null;
  if (isOther && !active) return <OtherClasses canRead={!hasReadings && part === 'validation'} />;
  if (hasReadings) return null;
  // Looked at whenever one likes, they would be no test any more. A network from elsewhere chose nothing by them.
  if (part === 'test' && ofThen) return <p className={styles.note}>{t('testOfThen')}</p>;
  if (part === 'test' && !(elsewhere && !active)) return <p className={styles.note}>{t('testLast')}</p>;
  if (active) return <p className={styles.note}>{t('afterRun')}</p>;
  if (isReadSoon && part === 'validation') return <p className={styles.note}>{t('soon')}</p>;
  return (
    <p className={styles.note}>
      {t('unread')}
      <Button onPress={() => read(part)}>{t('read')}</Button>
    </p>
  );
}

/** Names that stand for all of them in a sentence. */
const FEW = 3;

/** The network was trained on other classes. Of as many, they may yet be the same by another name: then it can read them. */
function OtherClasses({ canRead }: { readonly canRead: boolean }) {
  const { t } = useTranslation('translation', { keyPrefix: 'parts' });
  const [outputs, names] = [useOutputNames(), useClassNames()];
  const { read } = useActions();
  if (outputs.length !== names.length)
    return (
      <p className={styles.note}>{t('otherClasses', { network: outputs.length, data: names.length })}</p>
    );
  const few = (all: readonly string[]) => `${all.slice(0, FEW).join(', ')}, …`;
  return (
    <p className={styles.note}>
      {t('otherNames', { network: few(outputs), data: few(names) })}
      {canRead && <Button onPress={() => read('validation')}>{t('read')}</Button>}
    </p>
  );
}
