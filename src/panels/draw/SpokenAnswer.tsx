import { useTranslation } from 'react-i18next';
import type { Ranked } from '../../metrics/top';
import type { Answer } from '../../state/drawing/drawing-slice';
import { formatShare } from '../../ui/format';
import { useRested } from '../../ui/use-rested';
import { useOutputNames, useOutputWording } from '../shared/use-class-names';
import { confidenceOf } from './confidence';
import { drawingTip } from './drawing-tip';
import { numberOf, type SeveralRead } from './several/use-several-digits';
import type { LowConfidence } from './use-low-confidence';

/** How long the pen must rest, milliseconds: the answer changes with every stroke, and half a digit is none. */
const REST_MS = 800;

interface SpokenAnswerProps {
  readonly kind: Answer['kind'];
  /** The likeliest class first; undefined without an answer. */
  readonly rows: readonly Ranked[] | undefined;
  /** The digits of a number, where that was read. */
  readonly several: SeveralRead | undefined;
  readonly lowConfidence: LowConfidence | undefined;
  /** It changes by itself, as while a network trains. */
  readonly isChanging: boolean;
}

/** What a screen reader is told of the answer, in one go. */
export function SpokenAnswer({ isChanging, ...answer }: SpokenAnswerProps) {
  const sentence = useSentence(answer);
  return (
    <span className="visually-hidden" aria-live="polite">
      {useRested(isChanging ? '' : sentence, REST_MS)}
    </span>
  );
}

function useSentence({ kind, rows, several, lowConfidence }: Omit<SpokenAnswerProps, 'isChanging'>): string {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.draw' });
  const names = useOutputNames();
  const wording = useOutputWording();
  if (several === 'too-many') return `${t('several.tooMany', wording)} ${t('several.tooManyHint')}`;
  if (several) {
    return `${numberOf(several, names)}, ${t('several.said', { count: several.length, ...wording })}`;
  }
  const [first, second] = rows ?? [];
  if (!first || !second) {
    if (kind === 'empty') return t('empty', wording);
    return kind === 'untrained' ? `${t('untrained')} ${t('untrainedHint', wording)}` : '';
  }
  const isStrange = lowConfidence?.isOutOfDistribution ?? false;
  const read = `${names[first.label]}, ${formatShare(first.probability, i18n.language)}`;
  const sure = t(`confidence.${isStrange ? 'strange' : confidenceOf(first)}`, {
    first: names[first.label],
    second: names[second.label],
  });
  const tip = lowConfidence && t(`lowConfidence.tip.${drawingTip(lowConfidence.seen)}`);
  return [isStrange && t('lowConfidence.strange'), `${read}, ${sure}`, tip].filter(Boolean).join(' ');
}
