import { useTranslation } from 'react-i18next';
import type { Ranked } from '../../metrics/top';
import type { Answer } from '../../state/drawing/drawing-slice';
import { rankedAnswer, temperatureOf } from '../../state/inspection/temperature';
import { isActive } from '../../state/run/run-state';
import { formatShare } from '../../ui/format';
import { HintPlace } from '../../ui/hint-place';
import { isWord } from '../../ui/is-word';
import { useOutputNames, useOutputWording } from '../shared/use-class-names';
import { useLab } from '../shared/use-lab';
import { AboutAnswer } from './AboutAnswer';
import styles from './AnswerView.module.css';
import { confidenceOf } from './confidence';
import { LowConfidenceNote } from './LowConfidenceNote';
import { NearestImages } from './NearestImages';
import { Probabilities } from './Probabilities';
import { SpokenAnswer } from './SpokenAnswer';
import { LeftOut } from './several/LeftOut';
import { SeveralDigits } from './several/SeveralDigits';
import { numberOf, type SeveralRead } from './several/use-several-digits';
import { useLowConfidence } from './use-low-confidence';
import { WalkLink } from './WalkLink';

/** Of so many digits at most the large ones fit in a line. */
const MOST_LARGE = 6;

interface AnswerViewProps {
  /** The digits of a number, where several stand side by side. */
  readonly several: SeveralRead | undefined;
}

/** What the network says and how far it can be believed, or what to do to make it speak. */
export function AnswerView({ several }: AnswerViewProps) {
  const { t } = useTranslation();
  const answer = useLab((state) => state.answer);
  const temperature = useLab(temperatureOf);
  // While it trains the answer changes several times a second, which is to be seen but not to be read out.
  const changing = useLab((state) => isActive(state.run.phase));
  const rows = rankedAnswer(answer, temperature);
  const number = rows && several;
  const ofOne = useLowConfidence(rows?.[0]);
  // That several digits are none is no news.
  const lowConfidence = number ? undefined : ofOne;
  return (
    <>
      <div className={styles.answer} data-strange={lowConfidence?.isOutOfDistribution || undefined}>
        <output aria-label={t('panels.draw.prediction')} aria-live="off">
          {lowConfidence?.isOutOfDistribution && <b>{t('panels.draw.lowConfidence.strange')}</b>}
          {number ? (
            <NumberRead number={number} />
          ) : rows ? (
            <Sentence rows={rows} />
          ) : (
            <Instead kind={answer.kind} />
          )}
        </output>
        {number ? (
          <AboutNumber number={number} />
        ) : rows ? (
          <HowSure rows={rows} isOutOfDistribution={lowConfidence?.isOutOfDistribution ?? false} />
        ) : (
          <Hint kind={answer.kind} />
        )}
      </div>
      <SpokenAnswer
        kind={answer.kind}
        rows={rows}
        several={number}
        lowConfidence={lowConfidence}
        isChanging={changing}
      />
      <HintPlace at="answer" />
      <LeftOut />
      {lowConfidence && <LowConfidenceNote {...lowConfidence} />}
      {number ? (
        number !== 'too-many' && <SeveralDigits digits={number} />
      ) : (
        <>
          <Probabilities rows={rows} isLowConfidence={lowConfidence?.isOutOfDistribution} />
          {rows && <WalkLink />}
          {rows && <NearestImages />}
        </>
      )}
      <AboutAnswer />
    </>
  );
}

interface NumberProps {
  readonly number: SeveralRead;
}

function NumberRead({ number }: NumberProps) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.draw.several' });
  const names = useOutputNames();
  const wording = useOutputWording();
  return number === 'too-many' ? (
    <b>{t('tooMany', wording)}</b>
  ) : (
    <strong translate="no" data-word={number.length > MOST_LARGE || undefined}>
      {numberOf(number, names)}
    </strong>
  );
}

function AboutNumber({ number }: NumberProps) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.draw.several' });
  const wording = useOutputWording();
  return <p>{number === 'too-many' ? t('tooManyHint') : t('said', { count: number.length, ...wording })}</p>;
}

/** @param rows - the likeliest class first */
function Sentence({ rows: [first] }: { readonly rows: readonly Ranked[] }) {
  const { i18n } = useTranslation();
  const names = useOutputNames();
  if (!first) return null;
  const name = names[first.label] ?? '';
  return (
    <>
      <strong translate="no" data-word={isWord(name) || undefined}>
        {name}
      </strong>
      <span className={styles.comma}>, </span>
      <span translate="no">{formatShare(first.probability, i18n.language)}</span>
    </>
  );
}

interface HowSureProps {
  readonly rows: readonly Ranked[];
  /** It looks like no digit, whatever the network makes of it. */
  readonly isOutOfDistribution: boolean;
}

function HowSure({ rows: [first, second], isOutOfDistribution }: HowSureProps) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.draw.confidence' });
  const names = useOutputNames();
  if (!first || !second) return null;
  if (isOutOfDistribution) return <p>{t('strange')}</p>;
  return <p>{t(confidenceOf(first), { first: names[first.label], second: names[second.label] })}</p>;
}

function Instead({ kind }: { readonly kind: Answer['kind'] }) {
  const { t } = useTranslation();
  const wording = useOutputWording();
  switch (kind) {
    case 'none':
    case 'read':
      return null;
    case 'empty':
      return <b>{t('panels.draw.empty', wording)}</b>;
    case 'untrained':
      return (
        <>
          <b>{t('panels.draw.untrained')}</b> {t('panels.draw.untrainedHint', wording)}
        </>
      );
    default:
      return kind satisfies never;
  }
}

/** Words beside that are no part of it. */
function Hint({ kind }: { readonly kind: Answer['kind'] }) {
  const { t } = useTranslation();
  switch (kind) {
    case 'none':
      return <p>{t('panels.draw.noneHint')}</p>;
    case 'empty':
      return <p>{t('panels.draw.emptyHint')}</p>;
    case 'untrained':
    case 'read':
      return null;
    default:
      return kind satisfies never;
  }
}
