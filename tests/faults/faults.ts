import { ENGINE } from './engine';
import { FILES } from './files';
import { INPUT } from './input';
import { KEEPING } from './keeping';
import { SURROUNDINGS } from './surroundings';
import { TRAINING } from './training';

/** All that can go wrong, and the tests that make it happen. */
export const FAULTS = [...TRAINING, ...ENGINE, ...KEEPING, ...FILES, ...INPUT, ...SURROUNDINGS];
