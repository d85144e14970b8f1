import { NUMBERS } from '../../../model/settings';
import type { Sweep, SweepAxis } from '../../../model/sweep';
import type { ParallelAxis, ParallelLine } from './parallel-figure';
import type { Standing } from './standings';

type Validation = NonNullable<Standing['result']['validation']>;

/** How a picture writes what stands at its axes. */
interface AxisWords {
  readonly name: (setting: SweepAxis['setting']) => string;
  readonly value: (setting: SweepAxis['setting'], value: number | string) => string;
  readonly accuracyName: string;
  readonly accuracy: (share: number) => string;
  /** Of a run, with its interval. */
  readonly read: (validation: Validation) => string;
}

/** Validated runs, as lines across an axis for each swept setting and one for the accuracy. */
export function parallelOf(
  sweep: Sweep,
  standings: readonly Standing[],
  words: AxisWords,
): { readonly axes: readonly ParallelAxis[]; readonly lines: readonly ParallelLine[] } {
  const read = standings.flatMap(({ settings, result: { accuracy, validation } }) =>
    accuracy === undefined || !validation ? [] : [{ settings, accuracy, validation }],
  );
  const accuracies = read.map(({ accuracy }) => accuracy);
  const ends = { from: Math.min(...accuracies), to: Math.max(...accuracies) };
  const toShare = (accuracy: number) => shareOf(accuracy, ends, false);
  const settingAxes = sweep.axes.map((axis) => ({
    name: words.name(axis.setting),
    ticks: ticksOf(axis).map((value) => ({
      at: placeOf(axis, value),
      text: words.value(axis.setting, value),
    })),
  }));
  // Those of runs have their interval in a line of its own: beside the axis there is no more room.
  const tickText = (accuracy: number) => {
    const run = read.find((one) => one.accuracy === accuracy);
    return run ? words.read(run.validation).replace(' (', '<br>(') : words.accuracy(accuracy);
  };
  const accuracyTicks = ends.to > ends.from ? [ends.from, (ends.from + ends.to) / 2, ends.to] : [ends.to];
  return {
    axes: [
      ...settingAxes,
      {
        name: words.accuracyName,
        ticks:
          read.length === 0
            ? []
            : accuracyTicks.map((value) => ({ at: toShare(value), text: tickText(value) })),
      },
    ],
    lines: read
      .map(({ settings, accuracy, validation }) => ({
        at: [...sweep.axes.map((axis) => placeOf(axis, settings[axis.setting])), toShare(accuracy)],
        text: [
          ...sweep.axes.map(
            ({ setting }) => `${words.name(setting)} ${words.value(setting, settings[setting])}`,
          ),
          words.read(validation),
        ].join('<br>'),
        share: toShare(accuracy),
      }))
      .sort((a, b) => a.share - b.share),
  };
}

const isLog = (axis: Extract<SweepAxis, { from: number }>): boolean =>
  NUMBERS[axis.setting].scale === 'log' && axis.from > 0;

/** Both ends and the middle of numbers; every option. */
function ticksOf(axis: SweepAxis): (number | string)[] {
  if ('options' in axis) return [...axis.options];
  if ('count' in axis || axis.from === axis.to) return [];
  const { from, to, setting } = axis;
  const middle = isLog(axis) ? Math.sqrt(from * to) : (from + to) / 2;
  // With as many digits as the values that are tried.
  const written = NUMBERS[setting].whole ? Math.round(middle) : Number(middle.toPrecision(3));
  return [...new Set([from, written, to])];
}

/** Where a value lies on its axis, 0 to 1; one alone in the middle. */
function placeOf(axis: SweepAxis, value: number | string): number {
  if ('options' in axis) {
    const last = axis.options.length - 1;
    return last === 0 ? 0.5 : axis.options.indexOf(String(value)) / last;
  }
  if ('count' in axis) return 0.5;
  return shareOf(Number(value), axis, isLog(axis));
}

function shareOf(value: number, { from, to }: { from: number; to: number }, log: boolean): number {
  if (from === to) return 0.5;
  return log ? Math.log(value / from) / Math.log(to / from) : (value - from) / (to - from);
}
