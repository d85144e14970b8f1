import { useSyncExternalStore } from 'react';
import type { ColourScheme } from './diverging';

const dark = () => matchMedia('(prefers-color-scheme: dark)');

function subscribe(onChange: () => void): () => void {
  const query = dark();
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
}

/** Light or dark, as the system says now. */
export const useColourScheme = (): ColourScheme =>
  useSyncExternalStore(subscribe, () => (dark().matches ? 'dark' : 'light'));
