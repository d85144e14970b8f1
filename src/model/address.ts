import { formatNetwork, parseNetwork } from './notation';
import { DEFAULT_PRESET, DEFAULT_SETTINGS, PRESET_IDS, PRESETS, presetOf } from './presets';
import { CHOICES, type ChoiceName, NUMBERS, type NumberName, SEED, type Settings } from './settings';
import { planNetwork } from './shapes';

/** Something in the address that was not taken as it stood. `used` is what holds now. */
export interface AddressNote {
  readonly code: 'clamped' | 'unknown' | 'impossible-network';
  readonly key: string;
  readonly given: string;
  readonly used: string;
}

const shown = (value: string) => value.slice(0, 40);
const entries = <T extends object>(table: T) => Object.entries(table) as [keyof T, T[keyof T]][];

/**
 * Settings from the query part of an address. A preset comes first, what stands beside it overrides it. Values out of
 * range are clamped and unknown ones ignored, each with a note; keys that are not settings are left alone.
 */
export function settingsFromAddress(query: string): { settings: Settings; notes: AddressNote[] } {
  const params = new URLSearchParams(query);
  const notes: AddressNote[] = [];
  const settings: Settings = { ...DEFAULT_SETTINGS };

  const preset = params.get('preset');
  if (preset !== null && preset !== 'custom') {
    const known = PRESET_IDS.find((id) => id === preset);
    if (known) Object.assign(settings, PRESETS[known]);
    else notes.push({ code: 'unknown', key: 'preset', given: shown(preset), used: DEFAULT_PRESET });
  }
  const net = params.get('net');
  if (net !== null) {
    const parsed = parseNetwork(net);
    const used = formatNetwork(settings.network);
    if (!parsed.ok) notes.push({ code: 'unknown', key: 'net', given: parsed.token, used });
    else if (!planNetwork(parsed.network).ok) {
      notes.push({ code: 'impossible-network', key: 'net', given: shown(net), used });
    } else settings.network = [...parsed.network];
  }
  for (const [name, { options, address }] of entries(CHOICES)) {
    const given = params.get(address);
    if (given === null) continue;
    const known = (options as readonly string[]).includes(given);
    if (known) Object.assign(settings, { [name]: given });
    else notes.push({ code: 'unknown', key: address, given: shown(given), used: settings[name] });
  }
  for (const [name, limits] of entries(NUMBERS)) {
    const given = params.get(limits.address);
    if (given === null) continue;
    const read = readNumber(given, limits);
    if (read === undefined) {
      notes.push({ code: 'unknown', key: limits.address, given: shown(given), used: String(settings[name]) });
      continue;
    }
    settings[name] = read;
    if (read !== Number(given)) {
      notes.push({ code: 'clamped', key: limits.address, given: shown(given), used: String(read) });
    }
  }
  const seed = params.get(SEED.address);
  if (seed !== null) {
    const read = readNumber(seed, { ...SEED, whole: true });
    if (read !== undefined) settings.seed = read;
    if (read !== Number(seed)) {
      const code = read === undefined ? 'unknown' : 'clamped';
      notes.push({ code, key: SEED.address, given: shown(seed), used: String(settings.seed) });
    }
  }
  return { settings, notes };
}

function readNumber(
  text: string,
  { min, max, whole }: { min: number; max: number; whole: boolean },
): number | undefined {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (Number.isNaN(value)) return undefined;
  const clamped = Math.min(max, Math.max(min, value));
  return whole ? Math.round(clamped) : clamped;
}

/** The query part that settingsFromAddress reads back: the preset or the network, and what differs from it. */
export function addressFromSettings(settings: Settings): string {
  const params = new URLSearchParams();
  const preset = presetOf(settings);
  const base: Settings = preset === 'custom' ? DEFAULT_SETTINGS : { ...DEFAULT_SETTINGS, ...PRESETS[preset] };
  if (preset === 'custom') params.set('net', formatNetwork(settings.network));
  else if (preset !== DEFAULT_PRESET) params.set('preset', preset);
  const table = { ...CHOICES, ...NUMBERS, seed: SEED };
  for (const name of Object.keys(table) as (ChoiceName | NumberName | 'seed')[]) {
    if (settings[name] !== base[name]) params.set(table[name].address, String(settings[name]));
  }
  return params.toString();
}
