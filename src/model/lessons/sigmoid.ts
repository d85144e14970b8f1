import type { LessonData } from './lesson-data';

/** Why sigmoid learns slowly: the homework's network with weights that suit all activations. */
export const sigmoid: LessonData = {
  configuration: 'preset=homework-mlp&init=glorot&train=10000&epochs=2',
  controls: {
    others: 'hidden',
    except: { activation: 'open', network: 'locked', epochs: 'locked', learningRate: 'locked' },
  },
  panels: ['overview', 'learning-curves', 'confusion-matrix', 'conclusions', 'misclassified', 'runs'],
  covers: true,
  answer: { kind: 'choice', right: 2 },
  goal: { kind: 'accuracy', part: 'validation', atLeast: 88, epochs: 2 },
};
