import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ranked } from '../../metrics/top';
import type { Network } from '../../model/network';
import type { Inquiries } from '../../protocol/engine-api';
import type { Attribution } from '../../protocol/inspect';
import type { Subject } from '../../state/inspection/subject';
import { EmptyState } from '../../ui/EmptyState';
import { formatShare } from '../../ui/format';
import { SegmentedField } from '../../ui/SegmentedField';
import { FailedInquiry } from '../shared/failed-inquiry';
import { useOutputNames } from '../shared/use-class-names';
import { useInquiry } from '../shared/use-inquiry';
import { useActions, useLab } from '../shared/use-lab';
import { AttributionPictures } from './AttributionPictures';
import styles from './Why.module.css';

interface AttributionForProps {
  readonly subject: Subject;
  readonly network: Network;
}

/** The class that was read beside another one: the selected, or else the second most probable. */
export function AttributionFor({ subject, network }: AttributionForProps) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.why' });
  const selected = useLab((state) => state.selection.digit);
  const { select } = useActions();
  const names = useOutputNames();
  const { image, look } = subject;
  const order = useMemo(() => ranked(look.probabilities), [look]);
  const predicted = order[0]?.label ?? 0;
  // Classes are chosen among those of the data too, which may be more than the network has.
  const isRival = selected !== undefined && selected !== predicted && selected < order.length;
  const other = isRival ? selected : (order[1]?.label ?? 0);
  const question = useCallback(
    (inquiries: Inquiries) => attributionOf(inquiries, image, [predicted, other]),
    [image, predicted, other],
  );
  const { status, answer, retry } = useInquiry(question);
  const share = (digit: number) => formatShare(look.probabilities[digit] ?? 0, i18n.language);

  return (
    <>
      <div className={styles.choice}>
        <SegmentedField
          label={t('compare')}
          value={String(other)}
          options={names.map((label, digit) => ({
            value: String(digit),
            label,
            isDisabled: digit === predicted,
          }))}
          onChange={(digit) => select({ digit: Number(digit) })}
        />
      </div>
      {answer ? (
        <AttributionPictures
          image={image}
          network={network}
          attribution={answer}
          titles={[
            t('predicted', { digit: names[predicted], share: share(predicted) }),
            t('other', { digit: names[other], share: share(other) }),
          ]}
        />
      ) : status === 'failed' ? (
        <FailedInquiry onRetry={retry} />
      ) : (
        <EmptyState text={t('loading')} />
      )}
    </>
  );
}

async function attributionOf(
  { attribution }: Inquiries,
  image: Float32Array,
  digits: readonly number[],
): Promise<readonly Attribution[] | undefined> {
  const found = await Promise.all(digits.map((digit) => attribution(image, digit)));
  const all = found.filter((one) => one !== undefined);
  return all.length === digits.length ? all : undefined;
}
