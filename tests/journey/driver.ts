/** A place in the viewport, CSS pixels. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

export type Moment = 'down' | 'move' | 'up';

/** One browser with one tab, as far as all three can be told the same. */
export interface Driver {
  /** As it names itself: 'Firefox 153.8.0'. */
  readonly version: string;
  open(address: string): Promise<void>;
  reload(): Promise<void>;
  /** The value of an expression in the page; plain data. */
  value(expression: string): Promise<unknown>;
  /** What the mouse does, one moment after the other. */
  mouse(moments: readonly (Place & { readonly moment: Moment })[]): Promise<void>;
  /** Chooses files in the first file picker of the page. */
  give(paths: readonly string[]): Promise<void>;
  /** PNG. */
  picture(): Promise<Uint8Array>;
  /** What the browser itself has heard: errors in the console, uncaught ones. */
  readonly errors: readonly string[];
  /** Addresses that the page and its workers asked for, where the browser tells. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

/** Starts a browser whose requests to hosts that the journey does not know are noted. */
export type Start = (size: { readonly width: number; readonly height: number }) => Promise<Driver>;
