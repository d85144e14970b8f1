import { classNamesOf } from '../state/selectors';
import { useLab } from './use-lab';

/** What the classes of the data in use are called, [10]: the digits, unless the data bring names of their own. */
export const useClassNames = (): readonly string[] => useLab(classNamesOf);
