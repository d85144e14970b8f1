import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, PRESET_IDS, PRESETS, presetOf } from '../../../src/model/presets';
import { settingsSchema } from '../../../src/model/settings';
import { settingsProblem } from '../../../src/model/settings-problem';

describe.each(PRESET_IDS)('the preset %s', (id) => {
  const settings = settingsSchema.parse({ ...DEFAULT_SETTINGS, ...PRESETS[id] });

  it('can be trained', () => {
    expect(settingsProblem(settings)).toBeUndefined();
  });

  it('is told from the others by its network', () => {
    expect(presetOf(settings)).toBe(id);
  });
});

it('brings its own data where it was made for them', () => {
  expect(PRESETS['pseudo-mnist-cnn']).toMatchObject({ dataset: 'synthetic', digits: 'pseudo' });
});
