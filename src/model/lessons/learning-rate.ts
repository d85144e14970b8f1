import type { LessonData } from './lesson-data';

/** Why the learning rate matters: the network that was written from scratch, with its author's rate. */
export const learningRate: LessonData = {
  configuration: 'preset=from-scratch-cnn&train=10000&epochs=1',
  controls: { others: 'hidden', except: { learningRate: 'open', epochs: 'locked', batchSize: 'locked' } },
  panels: ['overview', 'learning-curves', 'confusion-matrix', 'conclusions', 'misclassified', 'runs'],
  covers: true,
  answer: { kind: 'choice', right: 0 },
  goal: { kind: 'accuracy', part: 'validation', atLeast: 90, epochs: 1 },
};
