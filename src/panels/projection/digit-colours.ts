import { CLASSES } from '../../model/network';

/** The colour of a class's marks, as tokens.css names it: there are ten, which come again where there are more classes. */
export const digitColour = (label: number): string => `var(--digit-${label % CLASSES})`;

/**
 * The colours that hold now, as a canvas understands them.
 * @param element - within the panel, where the names of its colours are known
 */
export function readDigitColours(element: HTMLElement): string[] {
  const probe = document.createElement('span');
  // A child a colour, all put there before any is read: styles are computed once.
  const probes = Array.from({ length: CLASSES }, (_, digit) => {
    const child = document.createElement('span');
    child.style.color = digitColour(digit);
    return child;
  });
  probe.append(...probes);
  element.append(probe);
  const colours = probes.map((child) => getComputedStyle(child).color);
  probe.remove();
  return colours;
}
