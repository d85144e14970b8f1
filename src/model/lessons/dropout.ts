import type { LessonData } from './lesson-data';

/** Over-fitting and dropout: the notebook's network without its dropout, and few images. */
export const dropout: LessonData = {
  configuration: 'preset=notebook-cnn&net=c32k3-p2-c64k3-p2-d10&train=500&epochs=12&lr=0.003',
  controls: { others: 'hidden', except: { dropout: 'open', trainingImages: 'locked', epochs: 'locked' } },
  panels: ['overview', 'learning-curves', 'conclusions', 'confusion-matrix', 'misclassified', 'runs'],
  covers: true,
  answer: { kind: 'choice', right: 1 },
  goal: { kind: 'gap', atMost: 0.18, atLeast: 88 },
};
