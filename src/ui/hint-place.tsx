import { type ComponentType, createContext, use } from 'react';

/** Where a newcomer is told something that the page, and no panel, knows. */
export type HintPlaceName = 'canvas' | 'answer';

/** What stands at such places; nothing unless the page says so. */
export const HintAtPlace = createContext<ComponentType<{ readonly at: HintPlaceName }> | undefined>(
  undefined,
);

/** A place in a panel for what the page has to say there. */
export function HintPlace({ at }: { readonly at: HintPlaceName }) {
  const Hint = use(HintAtPlace);
  return Hint && <Hint at={at} />;
}
