import type { GoalKind, Lesson, LessonAnswer, LessonGoal } from '../../../model/lesson';

/** What an empty form is: nothing is hidden, and the goal is what most lessons ask for. */
export const newLesson = (): Lesson => ({
  v: 1,
  title: '',
  task: '',
  configuration: '',
  controls: { others: 'open', except: {} },
  goal: newGoal('accuracy'),
});

/** A goal of a kind, with figures that most networks of the page can reach. */
export function newGoal(kind: GoalKind): LessonGoal {
  switch (kind) {
    case 'accuracy':
      return { kind, part: 'validation', atLeast: 95 };
    case 'confused':
      return { kind };
    case 'drawn':
      return { kind, digits: 5 };
    case 'gap':
      return { kind, atMost: 0.1, atLeast: 90 };
    case 'edited':
      return { kind, points: 5, edits: 1 };
    default:
      return kind satisfies never;
  }
}

export function newAnswer(kind: LessonAnswer['kind']): LessonAnswer {
  switch (kind) {
    case 'choice':
      return { kind, choices: ['', ''] };
    case 'number':
    case 'text':
      return { kind };
    default:
      return kind satisfies never;
  }
}
