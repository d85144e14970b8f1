/**
 * Hands the keyboard to the last button in front of what is about to go, in its section: a focus that goes with its
 * button starts again at the page's top.
 */
export function focusBefore(going: Element): void {
  const buttons = [...(going.closest('section')?.querySelectorAll('button') ?? [])];
  const isInFront = (button: Element) =>
    (going.compareDocumentPosition(button) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
  buttons.findLast(isInFront)?.focus();
}
