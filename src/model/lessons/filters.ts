import type { LessonData } from './lesson-data';

/** What a filter sees: on the smallest of the teaching projects, whose one convolution can be looked at as a whole. */
export const filters: LessonData = {
  configuration: 'preset=pseudo-mnist-cnn&train=10000&epochs=2',
  controls: { others: 'hidden', except: { epochs: 'locked' } },
  panels: ['activation-maps', 'filters', 'interventions', 'test-image', 'learning-curves'],
  covers: false,
  answer: { kind: 'choice', right: 1 },
  goal: { kind: 'edited', points: 1.5, edits: 1 },
};
