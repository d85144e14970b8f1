/**
 * Whether the browser is one that clears what a page keeps when the person has not used the page for seven days of using
 * the browser: Safari, and every browser on iOS (https://webkit.org/blog/10218, 'Full third-party cookie blocking and
 * more'). Pages that were added to the Home Screen or the Dock are spared. WebKit alone calls Apple its vendor.
 */
export function isClearedAfterAWeek(): boolean {
  const { navigator, matchMedia } = globalThis;
  const isInstalled = matchMedia?.('(display-mode: standalone)').matches;
  return navigator?.vendor === 'Apple Computer, Inc.' && !isInstalled;
}
