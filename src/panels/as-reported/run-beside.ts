import { DEFAULT_SETTINGS, PRESETS, type PresetId, presetOf } from '../../model/presets';
import type { Settings } from '../../model/settings';
import { differingSettings, type SettingName } from '../../model/settings-difference';
import type { Evaluation } from '../../protocol/run';
import type { LabState } from '../../state/lab-state';
import { isActive } from '../../state/run/run-state';

/** What there is to put beside the reported figures of a preset. */
export type RunBeside =
  | { readonly status: 'none' }
  /** Its test comes at its end. */
  | { readonly status: 'under-way' }
  /** It was stopped or failed, and never tested. */
  | { readonly status: 'untested' }
  | { readonly status: 'other-network'; readonly preset: PresetId | 'custom' }
  | ({ readonly status: 'tested' } & TestedRun);

export interface TestedRun {
  readonly test: Evaluation;
  readonly settings: Settings;
  /** It was tested on MNIST's own test images. */
  readonly isMnist: boolean;
  /** Figures of its classes can stand beside those of digits. */
  readonly areDigits: boolean;
  /** In which it differs from the preset. */
  readonly changed: readonly SettingName[];
}

/** The run in sight, if it is of this preset's network and has come to its test. */
export function runBeside({ run }: Pick<LabState, 'run'>, preset: PresetId): RunBeside {
  const { settings, test, data, phase } = run;
  if (!settings) return { status: 'none' };
  const own = presetOf(settings);
  if (own !== preset) return { status: 'other-network', preset: own };
  if (isActive(phase)) return { status: 'under-way' };
  if (!test) return { status: run.batches.length > 0 ? 'untested' : 'none' };
  return {
    status: 'tested',
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
