import { type BackendChoice, FAST_BACKENDS } from '../../model/settings';

/** The fast step may come about with this choice: Automatic may lead to a backend that has one. */
export const hasFastStep = (choice: BackendChoice): boolean =>
  choice === 'auto' || FAST_BACKENDS.includes(choice);
