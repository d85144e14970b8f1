/** CSS pixels, of WCAG 2.2, 2.5.8. */
const LEAST = 24;

const INTERACTIVE = [
  'a[href]',
  'button',
  'input:not([type=hidden], [hidden])',
  'select',
  'textarea',
  'summary',
  ...['button', 'tab', 'option', 'gridcell', 'menuitem', 'checkbox', 'radio', 'slider'].map(
    (role) => `[role=${role}][tabindex]`,
  ),
].join(', ');

/** Everything in sight that can be pressed or set. */
export const targets = (): HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>(INTERACTIVE)].filter(
    (element) =>
      // The link that is in sight while it has the focus is clipped to a pixel else.
      element.checkVisibility({ visibilityProperty: true }) &&
      !element.matches('[class*=skip]:not(:focus)') &&
      !isForEarsAlone(element),
  );

/** React Aria's button in front of what opened and behind it, for those who hear where it ends. */
const isForEarsAlone = (element: HTMLElement): boolean =>
  element.matches('button') &&
  element.parentElement !== null &&
  getComputedStyle(element.parentElement).clipPath === 'inset(50%)';

/** What a finger has to hit: of a box or a radio button its label too. */
function sizeOf(element: HTMLElement): { width: number; height: number } {
  const labels = element.matches('[type=checkbox], [type=radio]')
    ? [...((element as HTMLInputElement).labels ?? [])]
    : [];
  const boxes = [element, ...labels].map((each) => each.getBoundingClientRect());
  return {
    width: Math.max(...boxes.map(({ width }) => width)),
    height: Math.max(...boxes.map(({ height }) => height)),
  };
}

/** In a line of text, whose height is the line's: WCAG leaves these out. */
function isInText(element: HTMLElement): boolean {
  if (!element.matches('a, button') || !getComputedStyle(element).display.startsWith('inline')) return false;
  const around = element.parentElement?.closest('p, li, td, th, dd, span, div')?.textContent ?? '';
  return around.trim().length > (element.textContent ?? '').trim().length;
}

/** What is too small to be hit by a finger that shakes. */
export const smallTargets = (): string[] =>
  targets()
    .filter((element) => !isInText(element))
    .map((element) => ({ element, ...sizeOf(element) }))
    // Half a pixel goes to rounding.
    .filter(({ width, height }) => Math.min(width, height) < LEAST - 0.5)
    .map(({ element, width, height }) => {
      const html = element.outerHTML.slice(0, 160);
      return `${Math.round(width)}×${Math.round(height)}: ${html}`;
    });
