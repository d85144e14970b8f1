import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import type { Inquiries } from '../../protocol/engine-api';
import type { ImageCache } from '../../state/data/image-cache';
import type { LabActions, LabState } from '../../state/lab-state';

/** The lab as the composition root made it; the only way for a panel to reach it. */
interface Lab {
  readonly store: StoreApi<LabState>;
  readonly actions: LabActions;
  readonly inquiries: Inquiries;
  readonly images: ImageCache;
}

export const LabContext = createContext<Lab | undefined>(undefined);

function useLabContext(): Lab {
  const lab = useContext(LabContext);
  if (!lab) throw new Error('a panel was rendered outside of <LabContext>');
  return lab;
}

/** Part of the state; re-renders when the part changes by identity. */
export function useLab<Part>(select: (state: LabState) => Part): Part {
  return useStore(useLabContext().store, select);
}

/** For what follows the state without being rendered at each change. */
export const useLabStore = (): StoreApi<LabState> => useLabContext().store;

export const useActions = (): LabActions => useLabContext().actions;

/** Questions to the engine; `useInquiry` asks them again when the weights change. */
export const useInquiries = (): Inquiries => useLabContext().inquiries;

export const useImages = (): ImageCache => useLabContext().images;
