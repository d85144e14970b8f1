import { type ReactNode, useContext, useMemo } from 'react';
import { redrawQueue } from '../../charts/schedule/redraw-queue';
import { laggingStore } from '../../state/lagging-store';
import { LabContext } from './use-lab';

/**
 * Around a panel of results: while a run trains it is brought up to date in turn with the other panels and all charts,
 * each in a task of its own, so that the end of an epoch does not hold up the page for as long as all of them take.
 * What a person does shows at once.
 */
export function PanelSlice({ children }: { readonly children: ReactNode }) {
  const lab = useContext(LabContext);
  const own = useMemo(() => lab && { ...lab, store: laggingStore(lab.store, redrawQueue) }, [lab]);
  return <LabContext value={own}>{children}</LabContext>;
}
