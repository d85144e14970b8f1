import { vi } from 'vitest';

/** As if the system asked for less motion, or did not. */
export function setReducedMotion(isReduced: boolean): void {
  const ask = window.matchMedia.bind(window);
  vi.spyOn(window, 'matchMedia').mockImplementation((text) => {
    const query = ask(text);
    if (text.includes('reduced-motion')) Object.defineProperty(query, 'matches', { value: isReduced });
    return query;
  });
}
