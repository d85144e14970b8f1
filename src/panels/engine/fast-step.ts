import { type BackendChoice, FAST_BACKENDS } from '../../model/settings';

/** The fast step may come about with this choice: Automatic may lead to a backend that has one. */
export const hasFastStep = (choice: BackendChoice): boolean =>
  choice === 'auto' || FAST_BACKENDS.includes(choice);

/** It computes on threads of the processor then, or may do so. */
export const hasWorkers = (choice: BackendChoice): boolean => choice === 'auto' || choice === 'wasm';
