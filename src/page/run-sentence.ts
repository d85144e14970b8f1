import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { intervalEnds } from '../panels/shared/accuracy-text';
import { endingText } from '../panels/shared/ending-text';
import { useLab } from '../panels/shared/use-lab';
import { isFineTuned } from '../state/fine-tuning/fine-tuning-selectors';
import { isCovered } from '../state/lessons/lesson-selectors';
import { NO_BATCHES } from '../state/run/batch-log';
import { recentMean } from '../state/run/recent-mean';
import { type TrainBlock, trainBlock } from '../state/run/run-selectors';
import type { RunState } from '../state/run/run-state';
import { formatCount, formatNumber, formatShare } from '../ui/format';

/** The sentence of the status 'Training status'. */
export function useRunSentence(): string {
  const { t, i18n } = useTranslation();
  const run = useLab((state) => state.run);
  const block = useLab(trainBlock);
  const isPretrained = useLab((state) => state.pretrained !== undefined);
  const isOpened = useLab((state) => state.isOpened);
  const tuned = useLab(isFineTuned);
  const covered = useLab(isCovered);
  if (run.phase === 'idle' && !block && isPretrained) {
    return t(tuned ? 'run.readyTuned' : 'run.readyPretrained');
  }
  if (run.phase === 'idle' && !block && isOpened) return t('run.readyOpened');
  // A lesson asks before it shows.
  if (covered && run.phase === 'finished') return t('run.finishedCovered');
  return runSentence(covered ? withoutResults(run) : run, block, t, i18n.language);
}

const withoutResults = (run: RunState): RunState => ({ ...run, batches: NO_BATCHES });

function runSentence(run: RunState, block: TrainBlock | undefined, t: TFunction, language: string): string {
  switch (run.phase) {
    case 'idle':
      return block ? t(`run.block.${block}`) : t('run.ready');
    case 'starting':
      return t('run.starting');
    case 'running':
      return counters(run, t, language).join(' · ');
    case 'paused':
      return [t('run.paused'), ...counters(run, t, language)].join(' · ');
    case 'testing':
      return [t('run.testing'), ...timeLeft(run, t)].join(' · ');
    case 'finished':
      return finished(run, t, language);
    case 'stopped':
      return t('run.stopped', { images: formatCount(run.progress?.images ?? 0, language) });
    case 'failed':
      return t('run.failed');
    default:
      return run.phase satisfies never;
  }
}

/** No more than fits beside the buttons in each language: of how many images stands in the result below. */
function finished(run: RunState, t: TFunction, language: string): string {
  if (!run.test) return '';
  const { accuracy, loss } = run.test;
  const sentence = t('run.finished', {
    accuracy: formatShare(accuracy, language, 2),
    loss: formatNumber(loss, language, 4),
    ...intervalEnds(run.test, language),
  });
  const ending = endingText(run, t);
  return ending ? `${sentence}. ${ending}` : sentence;
}

function counters(run: RunState, t: TFunction, language: string): string[] {
  const { progress, batches } = run;
  if (!progress) return [t('run.starting')];
  const parts = [
    t('run.epoch', { epoch: progress.epoch, epochs: progress.epochs }),
    t('run.images', { images: formatCount(progress.images, language) }),
  ];
  if (progress.imagesPerSecond !== undefined) {
    parts.push(t('run.speed', { speed: formatCount(progress.imagesPerSecond, language) }));
  }
  const loss = recentMean(batches, 'loss');
  const accuracy = recentMean(batches, 'accuracy');
  if (loss !== undefined) parts.push(t('run.loss', { loss: formatNumber(loss, language, 3) }));
  if (accuracy !== undefined) {
    parts.push(t('run.accuracy', { accuracy: formatShare(accuracy, language) }));
  }
  return [...parts, ...timeLeft(run, t)];
}

function timeLeft({ progress }: RunState, t: TFunction): string[] {
  if (progress?.secondsLeft === undefined) return [];
  const seconds = Math.ceil(progress.secondsLeft);
  const time =
    seconds < 60
      ? t('run.seconds', { count: seconds })
      : t('run.minutes', { minutes: Math.floor(seconds / 60), seconds: seconds % 60 });
  return [t('run.left', { time })];
}
