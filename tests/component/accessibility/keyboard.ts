import { userEvent } from 'vitest/browser';
import { targets } from './targets';

/** Where the focus may be shown: on the element, on what stands for it, or in it. */
const shownOn = (element: Element): Element[] =>
  [element, element.nextElementSibling, element.closest('label'), ...element.children].filter(
    (each): each is Element => each !== null && each !== undefined,
  );

/** All by which it could be told that an element has the focus. */
const lookOf = (element: Element): string =>
  shownOn(element)
    .map((each) => {
      const style = getComputedStyle(each);
      const { outlineStyle, outlineWidth, outlineColor, boxShadow, backgroundImage, display } = style;
      const outline = outlineStyle === 'none' ? 'none' : `${outlineStyle} ${outlineWidth} ${outlineColor}`;
      return [outline, boxShadow, backgroundImage, display].join('/');
    })
    .join(' ');

const nameOf = (element: Element): string =>
  `${element.tagName.toLowerCase()} ${element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 40)}`;

/** A menu that hangs down over what follows, which counts as where it hangs from. */
const hangsFrom = (element: Element): Element => {
  const menu = element.closest('details');
  return menu && getComputedStyle(menu).position === 'absolute'
    ? (menu.querySelector('summary') ?? element)
    : element;
};

/** The box that is seen of it: a radio button that is hidden from sight has its label's. */
function boxOf(element: Element): DOMRect {
  const box = element.getBoundingClientRect();
  const label = element.closest('label');
  return box.width <= 1 && label ? label.getBoundingClientRect() : box;
}

/** One of several that are one stop for Tab, between which the arrow keys go. */
const groupOf = (element: Element): string | Element | undefined => {
  if (element instanceof HTMLInputElement && element.type === 'radio') return element.name;
  if (element.hasAttribute('tabindex') && !element.matches('input'))
    return element.closest('fieldset, table, [role=tablist], [role=listbox], [role=toolbar]') ?? undefined;
  return undefined;
};

/** Above what came before without being to the right of it: the eye would have to jump back. */
const jumpsBack = (before: DOMRect, now: DOMRect): boolean =>
  now.bottom <= before.top && now.left < before.right && now.right > before.left;

interface Walk {
  /** How many stops of Tab there are. */
  readonly stops: number;
  /** What is wrong with them, in words. */
  readonly wrong: readonly string[];
}

/** From one of a group to another by an arrow key, and back. */
async function goesByArrows(from: Element, group: Element): Promise<boolean> {
  for (const [there, back] of [
    ['{ArrowRight}', '{ArrowLeft}'],
    ['{ArrowDown}', '{ArrowUp}'],
  ] as const) {
    await userEvent.keyboard(there);
    const now = document.activeElement;
    if (now === from || !group.contains(now)) continue;
    await userEvent.keyboard(back);
    return document.activeElement === from;
  }
  return false;
}

/**
 * Presses Tab from `first` on until the focus is on `last`, and arrow keys where one stop stands for several.
 * @param first, last - stand before and behind all that is walked
 */
export async function walkByTab(first: HTMLElement, last: HTMLElement): Promise<Walk> {
  const before = new Map(targets().map((element) => [element, lookOf(element)]));
  const reached = new Set<Element | string>();
  const wrong: string[] = [];
  let stops = 0;
  let previous: Element = first;
  first.focus();
  for (;;) {
    await userEvent.tab();
    const element = document.activeElement;
    if (element === last) break;
    if (!element || element === document.body || stops > 400) {
      wrong.push(`the end is not reached after ${stops} stops`);
      break;
    }
    if (reached.has(element)) wrong.push(`comes back to ${nameOf(element)}`);
    stops += 1;
    reached.add(element);
    const group = groupOf(element);
    if (group !== undefined) reached.add(group);
    const others = group instanceof Element ? group.querySelectorAll('[tabindex="-1"]').length : 0;
    if (group instanceof Element && others > 0 && !(await goesByArrows(element, group))) {
      wrong.push(`no arrow key leads on from ${nameOf(element)} and back`);
    }
    const unfocused = before.get(element as HTMLElement);
    if (unfocused !== undefined && lookOf(element) === unfocused)
      wrong.push(`no focus is seen on ${nameOf(element)}`);
    const now = boxOf(element);
    if (now.width < 2 || now.bottom <= 0 || now.top >= window.innerHeight) {
      wrong.push(`${nameOf(element)} is reached and not seen`);
    }
    if (jumpsBack(boxOf(hangsFrom(previous)), now))
      wrong.push(`${nameOf(element)} comes after what is below it`);
    previous = element;
  }
  for (const element of before.keys()) {
    const group = groupOf(element);
    if (
      element === first ||
      element === last ||
      reached.has(element) ||
      (group !== undefined && reached.has(group))
    )
      continue;
    if (element.matches(':disabled, fieldset:disabled *')) continue;
    wrong.push(`${nameOf(element)} is not reached`);
  }
  return { stops, wrong };
}
