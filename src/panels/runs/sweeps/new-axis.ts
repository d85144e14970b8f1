import { CHOICES, type ChoiceName, NUMBERS, type NumberName, type Settings } from '../../../model/settings';
import type { SweepAxis } from '../../../model/sweep';
import { SWEPT_CHOICES, SWEPT_NUMBERS } from '../../../model/sweep-plan';

export type SweptName = NumberName | ChoiceName;
export const SWEPT: readonly SweptName[] = [...SWEPT_NUMBERS, ...SWEPT_CHOICES];

const isChoice = (name: SweptName): name is ChoiceName => name in CHOICES;

const STEPS = 3;
/** Either way, of what is set now: by this factor in a logarithmic scale, else this share of the range. */
const FACTOR = 4;
const SHARE = 0.25;

/** What a sweep tries of a setting until a person says otherwise: all options, or what lies around what is set now. */
export function newAxis(setting: SweptName, base: Settings): SweepAxis {
  if (isChoice(setting)) return { setting, options: CHOICES[setting].options };
  const row = NUMBERS[setting];
  const { min, max, step, scale, whole } = row;
  const now = base[setting];
  const within = (value: number) => Math.min(max, Math.max(min, value));
  const round = (value: number) => Number(value.toPrecision(3));
  if (scale === 'log' && now > 0) {
    const written = whole ? Math.round : round;
    return { setting, from: within(written(now / FACTOR)), to: within(written(now * FACTOR)), steps: STEPS };
  }
  if (scale === 'log') {
    // Without one of now: the middle third of the scale.
    const least = 'least' in row ? row.least : min;
    const at = (share: number) => round(least * (max / least) ** share);
    return { setting, from: at(1 / 3), to: at(2 / 3), steps: STEPS };
  }
  const onStep = (value: number) => within(round(Math.round(value / step) * step));
  const reach = SHARE * (max - min);
  return { setting, from: onStep(now - reach), to: onStep(now + reach), steps: STEPS };
}
