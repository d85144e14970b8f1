import { readFileSync } from 'node:fs';
import { fromHex, type Linear } from './colour-vision';

const SCHEMES = ['light', 'dark'] as const;
type Scheme = (typeof SCHEMES)[number];

const css = readFileSync(new URL('../../../src/ui/tokens.css', import.meta.url), 'utf8');

/** The colours of ui/tokens.css by name, in each scheme. */
const TOKENS = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(([, name, light, dark]) => [
    name as string,
    { light: fromHex(light as string), dark: fromHex(dark as string) },
  ]),
);

/** @throws when there is no such token */
export function tokenColour(name: string, scheme: Scheme): Linear {
  const colours = TOKENS.get(name);
  if (!colours) throw new Error(`no colour --${name}`);
  return colours[scheme];
}

export { SCHEMES };
