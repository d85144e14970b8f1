/** What the page tells the worker that keeps it. */
export type FromPage =
  /**
   * To one that waits: a page that begins with this script is open. One of the same version takes over, since the page
   * is its own already; else it answers, by the port that comes along, that it is newer.
   */
  | { readonly type: 'page-is'; readonly script: string }
  /** To one that waits: the person agrees to the new version. */
  | { readonly type: 'take-over' }
  /** The page is at rest: what no open tab can need may go. */
  | { readonly type: 'tidy'; readonly script: string };

/** Answer to `page-is`. */
export type Standing = 'same' | 'newer';

/** What the worker tells all pages. */
export interface ToPage {
  readonly type: 'not-kept';
  /** `no-room`: the browser has no space left for it; `not-had`: a file could not be fetched as it was built. */
  readonly reason: 'no-room' | 'not-had';
}
