/** What the search for a browser touches. */
export interface World {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  readonly isRoot: boolean;
  exists(path: string): boolean;
  run(command: string, args: readonly string[], options: { timeout: number; loud?: boolean }): boolean;
  say(sentence: string): void;
  playwrightPath(): Promise<string>;
}

export const BROWSER_FLAGS: string[];
export function usualPlaces(platform: string, env: World['env']): string[];
export function findChromium(world?: World): Promise<string | undefined>;
export function ensureChromium(world?: World): Promise<string>;
