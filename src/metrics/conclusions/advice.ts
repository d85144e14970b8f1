import { NUMBERS, type NumberName, type Settings } from '../../model/settings';
import type { Finding, FindingCode } from './finding';
import type { RunFacts } from './run-facts';

/** What to try in the next run: one setting, and the finding that calls for it. */
export interface Advice {
  readonly because: FindingCode;
  readonly change: SettingChange;
}

/** One setting and the value to give it. */
type SettingChange = {
  readonly [Name in AdvisedSetting]: { readonly setting: Name; readonly value: Settings[Name] };
}[AdvisedSetting];

type AdvisedSetting =
  | 'epochs'
  | 'learningRate'
  | 'dropout'
  | 'trainingImages'
  | 'activation'
  | 'labelSmoothing';

type AdvisedRun = Pick<RunFacts, 'settings' | 'data' | 'isEdited'>;

/** Above it a network that learns nothing has most likely leapt too far, below it not far enough. */
const USUAL_LEARNING_RATE: Readonly<Record<Settings['optimizer'], number>> = {
  adam: 1e-3,
  adamw: 1e-3,
  rmsprop: 1e-3,
  momentum: 0.01,
  nesterov: 0.01,
  sgd: 0.1,
};
/** Of a layer: so many dead units cost more than they tell. */
const TOO_MANY_DEAD = 0.5;
const MOST_ADVICE = 3;

/**
 * What the findings call for, the most urgent first, at most three; nothing where they call for nothing.
 * @param run - that the findings are about
 */
export function advise(findings: readonly Finding[], run: AdvisedRun): Advice[] {
  const { settings, isEdited } = run;
  // A run does not answer for weights that a person has changed.
  if (isEdited) return [];
  const advice = findings.flatMap((finding) => {
    const change = changeFor(finding, run);
    return change && change.value !== settings[change.setting] ? [{ because: finding.code, change }] : [];
  });
  const isFirst = ({ change }: Advice, at: number) =>
    advice.findIndex((other) => other.change.setting === change.setting) === at;
  return advice.filter(isFirst).slice(0, MOST_ADVICE);
}

function changeFor(finding: Finding, { settings, data }: AdvisedRun): SettingChange | undefined {
  switch (finding.code) {
    case 'diverged':
      return number('learningRate', settings.learningRate / 10);
    case 'chance':
      return forLearningNothing(settings);
    case 'underfitting':
      return forLearningTooLittle(settings);
    case 'improving':
      return number('epochs', 2 * settings.epochs);
    case 'overfitting':
    case 'loss-rises':
      return forOverfitting(settings, data?.train);
    case 'dead-filters':
    case 'dead-units':
      return finding.figures.share >= TOO_MANY_DEAD ? forDeadUnits(settings) : undefined;
    case 'overconfident':
      return settings.labelSmoothing === 0 ? number('labelSmoothing', 0.05) : undefined;
    case 'underconfident':
      return number('labelSmoothing', 0);
    case 'quality':
    case 'no-errors':
    case 'confused':
    case 'scattered':
    case 'surest-error':
    case 'weakest':
    case 'even':
    case 'better-than-before':
    case 'worse-than-before':
    case 'same-as-before':
      return undefined;
    default:
      return finding satisfies never;
  }
}

/** A number setting kept within its range. */
function number(setting: AdvisedSetting & NumberName, value: number): SettingChange {
  const { min, max } = NUMBERS[setting];
  return { setting, value: Math.min(max, Math.max(min, Number(value.toPrecision(2)))) };
}

/** Gradients vanish through layers of sigmoids. */
const toRelu: SettingChange = { setting: 'activation', value: 'relu' };

function forLearningNothing({ activation, learningRate, optimizer }: Settings): SettingChange {
  if (activation === 'sigmoid') return toRelu;
  const isHigh = learningRate > USUAL_LEARNING_RATE[optimizer];
  return number('learningRate', isHigh ? learningRate / 10 : learningRate * 10);
}

function forLearningTooLittle(settings: Settings): SettingChange {
  const { activation, dropout, learningRate, optimizer, epochs } = settings;
  if (activation === 'sigmoid') return toRelu;
  if (dropout > 0.5) return number('dropout', 0.25);
  if (learningRate < USUAL_LEARNING_RATE[optimizer] / 3) return number('learningRate', learningRate * 10);
  return number('epochs', 2 * epochs);
}

/** @param available - images that the data hold to train on; undefined where that is not known */
function forOverfitting(
  { trainingImages, dropout }: Settings,
  available: number | undefined,
): SettingChange | undefined {
  const all = Math.min(available ?? trainingImages, NUMBERS.trainingImages.max);
  if (trainingImages < all) return { setting: 'trainingImages', value: all };
  if (dropout < 0.25) return number('dropout', 0.25);
  return dropout < 0.5 ? number('dropout', 0.5) : undefined;
}

/** A unit dies when a step is too long: its weights leap to where its input is negative for every image. */
function forDeadUnits({ activation, learningRate, optimizer }: Settings): SettingChange | undefined {
  if (activation !== 'relu') return undefined;
  if (learningRate > 10 * USUAL_LEARNING_RATE[optimizer]) return number('learningRate', learningRate / 10);
  return { setting: 'activation', value: 'tanh' };
}
