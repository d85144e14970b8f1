import { type ScrollPlace, scrollPlaceFrom } from '../model/scroll-place';

const KEY = 'digit-lab.scroll-place';

/** The page itself; set up and the drawing hand, which scroll where the window is low; the wall of images. */
const SCROLLERS = ['html', '#train', '#draw', '#results [role="listbox"]'];

/** What comes in later than this finds a person who has begun to read. */
const LIMIT_MS = 15_000;
const LOOK_MS = 100;
/** What is above may still become higher; the place is found once nothing has moved for so many looks. */
const QUIET_LOOKS = 10;

/** What a person does, who is not to be moved any more. */
const DEEDS = ['wheel', 'touchmove', 'pointerdown', 'keydown', 'popstate'] as const;

/** On the way there; what is noted meanwhile would be the top of a page that is still empty. */
let wanted: ScrollPlace | undefined;

/**
 * After a reload, and on the way back to the page, it stands where it was left, although its content comes in later than
 * a browser waits for. To be called before anything changes the address.
 * @param arrival - the kind of PerformanceNavigationTiming
 * @returns whether it is on its way there: a place that the address names has been left then
 */
export function keepScrollPlace(arrival: string): boolean {
  addEventListener('pagehide', note);
  document.addEventListener('visibilitychange', () => document.hidden && note());
  const isReturn = arrival === 'reload' || arrival === 'back_forward';
  const place = isReturn ? noted() : undefined;
  if (place?.address !== window.location.href) return false;
  goBackTo(place);
  return true;
}

export const arrivalOfPage = (): string => {
  const [entry] = performance.getEntriesByType('navigation');
  return entry instanceof PerformanceNavigationTiming ? entry.type : 'navigate';
};

function note(): void {
  const tops: Record<string, number> = {};
  for (const scroller of SCROLLERS) {
    const top = document.querySelector(scroller)?.scrollTop ?? 0;
    if (top > 0) tops[scroller] = top;
  }
  const place: ScrollPlace = { address: window.location.href, tops: wanted?.tops ?? tops };
  try {
    sessionStorage.setItem(KEY, JSON.stringify(place));
  } catch {
    // Storage that is blocked or full: the page begins at its top.
  }
}

function noted(): ScrollPlace | undefined {
  try {
    return scrollPlaceFrom(JSON.parse(sessionStorage.getItem(KEY) ?? 'null'));
  } catch {
    return undefined;
  }
}

function goBackTo(place: ScrollPlace): void {
  wanted = place;
  history.scrollRestoration = 'manual';
  let quiet = 0;
  let height = 0;
  const timer = setInterval(look, LOOK_MS);
  const limit = setTimeout(() => {
    for (const [scroller, top] of Object.entries(place.tops)) scrollTo(scroller, top);
    end();
  }, LIMIT_MS);
  for (const deed of DEEDS) addEventListener(deed, end, { capture: true, passive: true });

  function look(): void {
    const isThere = Object.entries(place.tops).map(
      ([scroller, top]) => reaches(scroller, top) && scrollTo(scroller, top),
    );
    const now = document.documentElement.scrollHeight;
    quiet = isThere.every(Boolean) && now === height ? quiet + 1 : 0;
    height = now;
    if (quiet >= QUIET_LOOKS) end();
  }

  function end(): void {
    wanted = undefined;
    clearInterval(timer);
    clearTimeout(limit);
    for (const deed of DEEDS) removeEventListener(deed, end, { capture: true });
    // Between the steps within the page the browser goes by itself.
    history.scrollRestoration = 'auto';
  }
}

/** Its content is high enough by now. */
function reaches(scroller: string, top: number): boolean {
  const element = document.querySelector(scroller);
  return element !== null && element.scrollHeight - element.clientHeight >= Math.floor(top);
}

function scrollTo(scroller: string, top: number): boolean {
  const element = document.querySelector(scroller);
  if (element && Math.abs(element.scrollTop - top) >= 1) element.scrollTop = top;
  return true;
}
