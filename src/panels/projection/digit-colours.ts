import { CLASSES } from '../../model/network';

/** The colour of a class's marks, as tokens.css names it: there are ten, which come again where there are more classes. */
export const digitColour = (label: number): string => `var(--digit-${label % CLASSES})`;

/**
 * The colours that hold now, as a canvas understands them.
 * @param element - within the panel, where the names of its colours are known
 */
export function readDigitColours(element: HTMLElement): string[] {
  const probe = document.createElement('span');
  element.append(probe);
  const colours = Array.from({ length: CLASSES }, (_, digit) => {
    probe.style.color = digitColour(digit);
    return getComputedStyle(probe).color;
  });
  probe.remove();
  return colours;
}
