import { DEFAULT_SETTINGS, PRESETS, type PresetId, presetOf } from '../../model/presets';
import type { Settings } from '../../model/settings';
import { differingSettings, type SettingName } from '../../model/settings-difference';
import type { Evaluation } from '../../protocol/run';
import { isTested, type RunRecord, type TestedRun as TestedRecord } from '../../state/history/run-record';
import type { LabState } from '../../state/lab-state';
import { isActive } from '../../state/run/run-state';

/** What there is to put beside the reported figures of a preset. */
export type RunBeside = NoFigures | ({ readonly status: 'tested' } & TestedRun);

/** Why the run in sight has none. */
type NoFigures =
  | { readonly status: 'none' }
  /** Its test comes at its end. */
  | { readonly status: 'under-way' }
  /** It was stopped or failed, and never tested. */
  | { readonly status: 'untested' }
  | { readonly status: 'other-network'; readonly preset: PresetId | 'custom' };

export interface TestedRun {
  readonly test: Pick<Evaluation, 'images' | 'accuracy' | 'confusion'>;
  readonly settings: Settings;
  /** It was tested on MNIST's own test images. */
  readonly isMnist: boolean;
  /** Figures of its classes can stand beside those of digits. */
  readonly areDigits: boolean;
  /** In which it differs from the preset. */
  readonly changed: readonly SettingName[];
  /** Undefined for the run in sight. */
  readonly earlier: EarlierRun | undefined;
}

export interface EarlierRun extends Pick<RunRecord, 'number' | 'startedAt'> {
  readonly inSight: NoFigures;
}

/**
 * The run in sight, if it is of this preset's network and has come to its test; else the last of those that are over
 * which is and has. What a person has trained stays beside the figures while another network trains.
 */
export function runBeside({ run, runs }: Pick<LabState, 'run' | 'runs'>, preset: PresetId): RunBeside {
  const inSight = besideInSight(run, preset);
  if (inSight.status === 'tested') return inSight;
  const last = runs.filter(isTested).findLast(({ settings }) => presetOf(settings) === preset);
  return (last && besideOf(last, inSight, preset)) ?? inSight;
}

function besideOf(record: TestedRecord, inSight: NoFigures, preset: PresetId): RunBeside | undefined {
  const { settings, data, number, startedAt } = record;
  const { images, right, confusion } = record.test;
  if (!confusion) return undefined;
  return {
    ...tested(settings, data, { images, accuracy: right / images, confusion }, preset),
    earlier: { number, startedAt, inSight },
  };
}

function besideInSight(run: LabState['run'], preset: PresetId): RunBeside {
  const { settings, test, data, phase } = run;
  if (!settings) return { status: 'none' };
  const own = presetOf(settings);
  if (own !== preset) return { status: 'other-network', preset: own };
  if (isActive(phase)) return { status: 'under-way' };
  if (!test) return { status: run.batches.length > 0 ? 'untested' : 'none' };
  return tested(settings, data, test, preset);
}

function tested(
  settings: Settings,
  data: RunRecord['data'],
  test: TestedRun['test'],
  preset: PresetId,
): { readonly status: 'tested' } & TestedRun {
  return {
    status: 'tested',
    earlier: undefined,
    test,
    settings,
    isMnist: data?.official ?? false,
    areDigits: data?.areDigits ?? true,
    changed: differingSettings(settings, { ...settings, ...asAuthors, ...PRESETS[preset] }),
  };
}

/** No preset sets these, but every author trained on all of the images there were, and on no others. */
const asAuthors = {
  trainingImages: DEFAULT_SETTINGS.trainingImages,
  syntheticShare: DEFAULT_SETTINGS.syntheticShare,
};
