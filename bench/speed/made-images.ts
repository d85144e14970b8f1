import type { TaskSpec } from './worker/task-spec';

/** By the names in the table and in the JSON, what is made. */
export const MADE_IMAGES = {
  'drawn, realistic': { kind: 'images', made: 'realistic' },
  'drawn, pseudo': { kind: 'images', made: 'pseudo' },
  augmented: { kind: 'images', made: 'augmented' },
} as const satisfies Record<string, TaskSpec>;
