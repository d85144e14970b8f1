import { describe, expect, it } from 'vitest';
import { panels as texts } from '../../../src/locales/en-panels.json';
import { lessonCode } from '../../../src/model/lesson-link';
import type { ReadyLessonId } from '../../../src/model/lessons/ready-lessons';
import { startOfLesson } from '../../../src/page/lesson-in-address';
import { LESSON } from '../../fixtures/lessons';

const PANELS = ['overview', 'learning-curves', 'confusion-matrix', 'filters', 'runs'];
const textsOf = async (id: ReadyLessonId) => texts.lessons.ready[id];
const CODE = lessonCode(LESSON);
const start = (query: string) => startOfLesson(query, PANELS, textsOf);

describe('an address with a lesson', () => {
  it('begins with the settings of the lesson', async () => {
    const { settings, notes, lesson } = await start(`?lesson=${CODE}`);
    expect(settings).toMatchObject({
      dataset: 'synthetic',
      trainingImages: 256,
      epochs: 2,
      learningRate: 0.001,
    });
    expect(notes).toEqual([]);
    expect(lesson).toMatchObject({ code: CODE, settings, lesson: { title: 'Find a rate' } });
  });

  it('may say otherwise of what is open, and of nothing that is locked or hidden', async () => {
    const { settings, notes, lesson } = await start(`?lr=0.5&epochs=9&seed=7&lesson=${CODE}`);
    expect(settings).toMatchObject({ learningRate: 0.5, epochs: 2, seed: 1 });
    expect(lesson?.settings).toMatchObject({ learningRate: 0.001, epochs: 2 });
    expect(notes.map(({ code, key, given, used }) => [code, key, given, used])).toEqual([
      ['set-by-lesson', 'epochs', '9', '2'],
      ['set-by-lesson', 'seed', '7', '1'],
    ]);
  });

  it('is a whole configuration where it names a network: what it leaves out is as usual', async () => {
    const { settings } = await start(`?preset=from-scratch-cnn&dataset=synthetic&lesson=${CODE}`);
    // The preset's own rate, and not the lesson's.
    expect(settings).toMatchObject({ learningRate: 1e-5, epochs: 2 });
  });

  it('leaves a person where the network is computed', async () => {
    const { settings, notes } = await start(`?backend=wasm&lesson=${CODE}`);
    expect(settings.backend).toBe('wasm');
    expect(notes).toEqual([]);
  });

  it('opens a ready lesson by its name', async () => {
    const { lesson, settings } = await start('?lesson=sigmoid');
    expect(lesson?.lesson.title).toBe('Why sigmoid learns slowly');
    expect(settings).toMatchObject({ activation: 'sigmoid', init: 'glorot', epochs: 2 });
  });

  it('offers only panels that there are, and all where none of them is known', async () => {
    const some = await start(`?lesson=${lessonCode({ ...LESSON, panels: ['filters', 'of-tomorrow'] })}`);
    expect(some.lesson?.lesson.panels).toEqual(['filters']);
    const none = await start(`?lesson=${lessonCode({ ...LESSON, panels: ['of-tomorrow'] })}`);
    expect(none.lesson?.lesson.panels).toBeUndefined();
  });

  it.each([
    ['lesson-damaged', 'no%20lesson'],
    ['lesson-damaged', 'sigmoid2'],
    ['lesson-too-long', 'A'.repeat(10_000)],
    ['lesson-not-a-lesson', 'e30'],
  ])('that is none gives the page as usual and a note: %s', async (code, given) => {
    const { settings, notes, lesson } = await start(`?epochs=9&lesson=${given}`);
    expect(lesson).toBeUndefined();
    expect(settings.epochs).toBe(9);
    expect(notes.map((note) => note.code)).toEqual([code]);
  });
});
