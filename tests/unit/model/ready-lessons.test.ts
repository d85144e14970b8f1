import { describe, expect, it } from 'vitest';
import { panels as texts } from '../../../src/locales/en-panels.json';
import { settingsFromAddress } from '../../../src/model/address';
import { LONGEST_CODE, lessonCode } from '../../../src/model/lesson-link';
import { lessonWith, READY_LESSONS } from '../../../src/model/lessons/ready-lessons';
import { PRESET_IDS, presetOf } from '../../../src/model/presets';
import { settingsProblem } from '../../../src/model/settings-problem';
import { PANEL_IDS } from '../../../src/state/selection/panel-id';

const TEACHING = ['notebook-cnn', 'homework-mlp', 'from-scratch-cnn', 'pseudo-mnist-cnn'];

it('has texts for the ready lessons and no others', () => {
  expect(Object.keys(texts.lessons.ready)).toEqual(READY_LESSONS);
});

describe.each(READY_LESSONS)('the lesson %s', (id) => {
  const lesson = lessonWith(id, texts.lessons.ready[id]);
  const { settings, notes } = settingsFromAddress(lesson.configuration);

  it('is a lesson with a question, a goal and what was learnt, short enough for a link', () => {
    expect(lesson.question?.text).toMatch(/\?$/);
    expect(lesson.explanation).toBeTruthy();
    expect(lessonCode(lesson).length).toBeLessThan(LONGEST_CODE);
  });

  it('begins with settings that can be trained, of one of the teaching projects', () => {
    expect(notes).toEqual([]);
    expect(settingsProblem(settings)).toBeUndefined();
    expect(PRESET_IDS).toContain(new URLSearchParams(lesson.configuration).get('preset'));
    expect(TEACHING).toContain(new URLSearchParams(lesson.configuration).get('preset'));
    expect([...TEACHING, 'custom']).toContain(presetOf(settings));
  });

  it('offers panels that there are', () => {
    expect(PANEL_IDS).toEqual(expect.arrayContaining([...(lesson.panels ?? [])]));
  });

  it('is over in minutes: few images, a few times', () => {
    expect(settings.trainingImages * settings.epochs).toBeLessThanOrEqual(40_000);
  });

  it('can reach its goal in the epochs that it trains', () => {
    if (lesson.goal.kind === 'accuracy') expect(lesson.goal.epochs).toBe(settings.epochs);
  });
});
