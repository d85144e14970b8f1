/** What the search for a browser touches. */
export interface World {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  readonly isRoot: boolean;
  exists(path: string): boolean;
  list(folder: string): readonly string[];
  run(command: string, args: readonly string[], timeout: number): Promise<boolean>;
}

/** Why a browser is not there. */
export interface Missing {
  readonly missing: string;
}

/** WebKitGTK as a machine has it. */
export interface WebKitPrograms {
  /** WebKitWebDriver. */
  readonly driver: string;
  /** MiniBrowser. */
  readonly browser: string;
  /** xvfb-run: a display for a machine without one. */
  readonly xvfb: string;
}

interface OtherBrowsers {
  readonly firefox: { readonly path: string } | Missing;
  readonly webkit: WebKitPrograms | Missing;
}

export function findOtherBrowsers(world?: World): OtherBrowsers;
export function ensureOtherBrowsers(world?: World): Promise<void>;
