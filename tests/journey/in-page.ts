/** What an element that was looked for is like. */
export interface Found {
  /** As it is laid out, in one line. */
  readonly text: string;
  readonly isEnabled: boolean;
  /** In the viewport, CSS pixels. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Looks for the first visible element with a role and a name. It runs in the page, as text: WebDriver has no search by
 * role, and the three browsers are to look for the same.
 * @param isToPress - bring it into sight, and wait until it stands still there with nothing over it
 * @returns null where there is none
 */
export async function lookFor(role: string, name: string, isToPress: boolean): Promise<Found | null> {
  const tags: Record<string, string> = {
    button: 'button',
    combobox: 'select',
    heading: 'h1, h2, h3',
    img: 'img',
    list: 'ol, ul',
    region: 'section',
    status: 'output',
  };
  const oneLine = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
  const nameOf = (element: Element) => {
    const by = element.getAttribute('aria-labelledby')?.split(' ') ?? [];
    const labels = by.map((id) => document.getElementById(id)?.textContent ?? '');
    const own = (element as HTMLSelectElement).labels?.[0]?.textContent;
    return oneLine(labels.join(' ') || (element.getAttribute('aria-label') ?? own ?? element.textContent));
  };
  const tag = tags[role];
  const selector = `[role="${role}"]${tag ? `, :is(${tag}):not([role])` : ''}`;
  const found = [...document.querySelectorAll<HTMLElement>(selector)].find(
    (element) => element.getClientRects().length > 0 && nameOf(element) === name,
  );
  if (!found) return null;
  const boxOf = () => {
    const { left, top, width, height } = found.getBoundingClientRect();
    return { left, top, width, height };
  };
  if (isToPress) {
    for (let before = ''; before !== JSON.stringify(boxOf()); ) {
      found.scrollIntoView({ block: 'center', behavior: 'instant' });
      before = JSON.stringify(boxOf());
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    }
    const { left, top, width, height } = boxOf();
    const over = document.elementFromPoint(left + width / 2, top + height / 2);
    if (!found.contains(over)) return null;
  }
  const isEnabled = found.getAttribute('aria-disabled') !== 'true' && !found.matches(':disabled');
  return { text: oneLine(found.innerText), isEnabled, ...boxOf() };
}
