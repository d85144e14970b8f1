import type { LessonProblem } from './lesson-link';
import { CLASSES, withClasses } from './network';
import { formatNetwork, type NotationProblem, parseNetwork } from './notation';
import { DEFAULT_PRESET, DEFAULT_SETTINGS, PRESET_IDS, PRESETS, presetOf } from './presets';
import { CHOICES, differIn, NUMBERS, SEED, type SettingName, type Settings } from './settings';
import { type NetworkProblem, planNetwork } from './shapes';

/** Something in the address that was not taken as it stood. `used` is what holds now. */
export interface AddressNote {
  readonly code:
    | 'clamped'
    | 'rounded'
    | 'unknown'
    | 'impossible-network'
    | 'other-classes'
    | 'set-by-lesson'
    | 'lesson-not-loaded'
    | `lesson-${LessonProblem}`;
  readonly key: string;
  readonly given: string;
  readonly used: string;
  /** Why a network can't be built. */
  readonly problem?: NotationProblem | NetworkProblem;
}

const ALL_NUMBERS = { ...NUMBERS, seed: SEED } as const;
const ALL_KEYS = [
  'preset',
  'net',
  ...[...Object.values(CHOICES), ...Object.values(ALL_NUMBERS)].map(({ address }) => address),
];

const LONGEST = 40;
const shown = (value: string) => (value.length > LONGEST ? `${value.slice(0, LONGEST - 1)}…` : value);
const entries = <T extends object>(table: T) => Object.entries(table) as [keyof T, T[keyof T]][];

/**
 * Settings from the query part of an address. A preset comes first, what stands beside it overrides it. Values out of
 * range are clamped, fractions rounded and unknown values ignored, each with a note; keys that are not settings are
 * left alone.
 */
export function settingsFromAddress(query: string): { settings: Settings; notes: AddressNote[] } {
  const params = new URLSearchParams(query);
  const settings: Settings = { ...DEFAULT_SETTINGS };
  const notes: AddressNote[] = [];
  takePreset(params, settings, notes);
  takeNetwork(params, settings, notes);
  takeChoices(params, settings, notes);
  takeNumbers(params, settings, notes);
  return { settings, notes };
}

/** That nothing is known by this name. @param used - in its stead */
export const unknownValue = (key: string, given: string, used: string): AddressNote => ({
  code: 'unknown',
  key,
  given: shown(given),
  used,
});

/** What stands in front of a lesson in an address. */
export const LESSON_KEY = 'lesson';

/** The part of a query that is about neither settings nor a lesson, to be kept when these change. */
export function foreignPart(query: string): string {
  const params = new URLSearchParams(query);
  for (const key of [...ALL_KEYS, LESSON_KEY]) params.delete(key);
  return params.toString();
}

/** Whether a query is a whole configuration, and not some settings on top of another: it names a network. */
export function isWhole(query: string): boolean {
  const params = new URLSearchParams(query);
  return params.has('preset') || params.has('net');
}

function takePreset(params: URLSearchParams, settings: Settings, notes: AddressNote[]): void {
  const given = params.get('preset');
  if (given === null || given === 'custom') return;
  const known = PRESET_IDS.find((id) => id === given);
  if (known) Object.assign(settings, PRESETS[known]);
  else notes.push(unknownValue('preset', given, DEFAULT_PRESET));
}

function takeNetwork(params: URLSearchParams, settings: Settings, notes: AddressNote[]): void {
  const given = params.get('net');
  if (given === null) return;
  const parsed = parseNetwork(given);
  const used = formatNetwork(settings.network);
  if (!parsed.ok) {
    const { problem } = parsed;
    notes.push(
      problem.code === 'unknown-layer'
        ? { code: 'unknown', key: 'net', given: problem.token, used }
        : { code: 'impossible-network', key: 'net', given: shown(given), used, problem },
    );
    return;
  }
  const planned = planNetwork(parsed.network);
  if (planned.ok) {
    // Data of other classes are a person's own, which no address brings.
    settings.network = withClasses(parsed.network, CLASSES);
    const own = formatNetwork(settings.network);
    if (own !== formatNetwork(parsed.network)) {
      notes.push({ code: 'other-classes', key: 'net', given: shown(given), used: own });
    }
  } else {
    const { problem } = planned;
    notes.push({ code: 'impossible-network', key: 'net', given: shown(given), used, problem });
  }
}

function takeChoices(params: URLSearchParams, settings: Settings, notes: AddressNote[]): void {
  for (const [name, { options, address }] of entries(CHOICES)) {
    const given = params.get(address);
    if (given === null) continue;
    const { used, code } = readChoice(given, options);
    if (used !== undefined) Object.assign(settings, { [name]: used });
    if (code) notes.push({ code, key: address, given: shown(given), used: settings[name] });
  }
}

/** One of the options; where some are whole numbers, the nearest of these to any other number. */
function readChoice(given: string, options: readonly string[]): Reading<string> {
  if (options.includes(given)) return { used: given };
  const numbers = options.map(Number).filter(Number.isFinite);
  if (numbers.length === 0) return { code: 'unknown' };
  const range = { min: Math.min(...numbers), max: Math.max(...numbers), whole: true };
  const { used, code } = readNumber(given, range);
  return { ...(used === undefined ? {} : { used: String(used) }), ...(code && { code }) };
}

function takeNumbers(params: URLSearchParams, settings: Settings, notes: AddressNote[]): void {
  for (const [name, range] of entries(ALL_NUMBERS)) {
    const given = params.get(range.address);
    if (given === null) continue;
    const { used, code } = readNumber(given, range);
    if (used !== undefined) settings[name] = used;
    if (code) notes.push({ code, key: range.address, given: shown(given), used: String(settings[name]) });
  }
}

/** What is made of a value in the address, and what there is to say about that. */
interface Reading<Value> {
  /** Undefined where the value says nothing. */
  readonly used?: Value;
  /** Undefined where the value was taken as it stood. */
  readonly code?: AddressNote['code'];
}

function readNumber(
  given: string,
  { min, max, whole }: { min: number; max: number; whole: boolean },
): Reading<number> {
  const value = given.trim() === '' ? Number.NaN : Number(given);
  if (Number.isNaN(value)) return { code: 'unknown' };
  const clamped = Math.min(max, Math.max(min, value));
  const used = whole ? Math.round(clamped) : clamped;
  if (clamped !== value) return { used, code: 'clamped' };
  return used === value ? { used } : { used, code: 'rounded' };
}

/** The key of a setting in an address. */
export const addressKey = (name: SettingName): string =>
  name === 'network' ? 'net' : { ...CHOICES, ...ALL_NUMBERS }[name].address;

/** The query part that settingsFromAddress reads back: the preset or the network, and what differs from it. */
export function addressFromSettings(settings: Settings): string {
  const params = new URLSearchParams();
  const preset = presetOf(settings);
  const base: Settings = preset === 'custom' ? DEFAULT_SETTINGS : { ...DEFAULT_SETTINGS, ...PRESETS[preset] };
  if (preset === 'custom') params.set('net', formatNetwork(settings.network));
  else if (preset !== DEFAULT_PRESET) params.set('preset', preset);
  for (const [name, { address }] of entries({ ...CHOICES, ...ALL_NUMBERS })) {
    if (differIn(name, settings, base)) params.set(address, String(settings[name]));
  }
  return params.toString();
}
