import type { LessonData } from './lesson-data';

/** MNIST's digits against one's own: the notebook's network, trained on some thousand images. */
export const ownDigits: LessonData = {
  configuration: 'preset=notebook-cnn&train=20000&epochs=2',
  controls: { others: 'hidden', except: { trainingImages: 'open', shift: 'open', rotation: 'open' } },
  panels: ['own-digits', 'test-image', 'misclassified', 'confusion-matrix', 'classification-report', 'why'],
  covers: true,
  answer: { kind: 'number' },
  goal: { kind: 'drawn', digits: 5 },
};
