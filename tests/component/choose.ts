import { expect } from 'vitest';
import { type Locator, userEvent } from 'vitest/browser';

/** Chooses a radio button as the pointer does: by its label, since the button itself is only there for other devices. */
export async function choose(radio: Locator): Promise<void> {
  await expect.element(radio).toBeEnabled();
  await userEvent.click(radio.element().closest('label') as HTMLLabelElement);
}

/** Puts the focus where Tab would. */
export const focus = (locator: Locator): void => (locator.element() as HTMLElement).focus();

/** The texts of all elements of a locator, as they are laid out. */
export const textsOf = (locator: Locator): string[] =>
  locator.elements().map((element) => (element as HTMLElement).innerText.replace(/\s+/g, ' ').trim());
