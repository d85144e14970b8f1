import { describe, expect, it } from 'vitest';
import { changesToPreset, DEFAULT_SETTINGS, PRESET_IDS, PRESETS, presetOf } from '../../../src/model/presets';
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

describe('choosing a preset', () => {
  const onPseudo = { ...DEFAULT_SETTINGS, ...PRESETS['pseudo-mnist-cnn'] };

  it('leaves the data that the one before brought with it', () => {
    expect(changesToPreset('from-scratch-cnn', onPseudo)).toMatchObject({
      dataset: 'mnist',
      digits: 'realistic',
    });
    expect(changesToPreset('pseudo-mnist-cnn', onPseudo)).toMatchObject({
      dataset: 'synthetic',
      digits: 'pseudo',
    });
  });

  it('keeps data that a person has chosen', () => {
    for (const chosen of [
      { ...DEFAULT_SETTINGS, dataset: 'synthetic' as const },
      { ...onPseudo, digits: 'realistic' as const },
      { ...onPseudo, dataset: 'files' as const },
    ]) {
      expect(changesToPreset('from-scratch-cnn', chosen)).not.toHaveProperty('dataset');
    }
  });
});
