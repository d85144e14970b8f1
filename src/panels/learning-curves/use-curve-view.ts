import { useState } from 'react';
import type { CurveView } from './curve-view';

/** The curves are shown on two tabs, and a tab forgets what it showed when it is left: this outlives it. */
let remembered: CurveView = { by: 'batch', smoothing: 8, log: false, rate: true };

/** The view, and a way to change part of it; kept as long as the page is open. */
export function useCurveView(): [CurveView, (patch: Partial<CurveView>) => void] {
  const [view, setView] = useState(remembered);
  return [
    view,
    (patch) => {
      remembered = { ...remembered, ...patch };
      setView(remembered);
    },
  ];
}
