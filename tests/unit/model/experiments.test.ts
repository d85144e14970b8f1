import { describe, expect, it } from 'vitest';
import { experimentsWith } from '../../../src/model/experiments';
import { DEFAULT_SETTINGS, PRESET_IDS, PRESETS } from '../../../src/model/presets';
import { settingsSchema } from '../../../src/model/settings';
import { differingSettings } from '../../../src/model/settings-difference';
import { settingsProblem } from '../../../src/model/settings-problem';

const settingsOf = (id: keyof typeof PRESETS) =>
  settingsSchema.parse({ ...DEFAULT_SETTINGS, ...PRESETS[id] });
const found = (id: keyof typeof PRESETS) =>
  Object.fromEntries(
    experimentsWith(settingsOf(id)).map((experiment) => [experiment.id, experiment.settings]),
  );

describe.each(PRESET_IDS)('experiments with %s', (id) => {
  const base = settingsOf(id);
  const offered = experimentsWith(base);

  it('each change something, and are trained', () => {
    expect(offered.length).toBeGreaterThan(1);
    for (const { settings } of offered) {
      expect(differingSettings(base, settings).length).toBeGreaterThan(0);
      expect(settingsProblem(settingsSchema.parse(settings))).toBeUndefined();
    }
  });

  it('keep data and seed, so that all read the same images in the same order', () => {
    for (const { settings } of offered) {
      expect(settings).toMatchObject({
        dataset: base.dataset,
        seed: base.seed,
        trainingImages: base.trainingImages,
      });
    }
  });
});

it('tries what the homework found wanting: ReLU with Glorot’s weights, dropout, more epochs', () => {
  const { relu, dropout, epochs } = found('homework-mlp');
  expect(relu).toMatchObject({ activation: 'relu', init: 'glorot' });
  expect(dropout?.dropout).toBe(0.5);
  expect(epochs?.epochs).toBe(2 * PRESETS['homework-mlp'].epochs);
});

it('takes dropout away where it is a layer', () => {
  const tried = found('notebook-cnn');
  expect(tried.dropout).toBeUndefined();
  expect(tried['no-dropout']?.network.map(({ type }) => type)).not.toContain('dropout');
});

it('offers no more epochs than there can be', () => {
  expect(found('from-scratch-cnn').epochs?.epochs).toBe(100);
  const most = experimentsWith({ ...settingsOf('from-scratch-cnn'), epochs: 100 });
  expect(most.map(({ id }) => id)).not.toContain('epochs');
});
