import type { Selection } from '../../state/selection/selection';
import { showResults } from '../shared/show-results';
import { useActions } from '../shared/use-lab';

/** Takes a map or a layer apart, in the panel that shows where its values come from. */
export function useOpenArithmetic(): (of: Pick<Selection, 'layer' | 'filter'>) => void {
  const { select, open } = useActions();
  return (of) => {
    select(of);
    open('activation-maps');
    showResults();
  };
}
