const QUERIES = ['(prefers-color-scheme: dark)', '(forced-colors: active)'];

/** Calls whenever the system turns light, dark, or to colours that it forces or no longer forces, until `stop`. */
export function watchColours(onChange: () => void, stop: AbortSignal): void {
  for (const query of QUERIES) matchMedia(query).addEventListener('change', onChange, { signal: stop });
}
