import { afterEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { copyText } from '../../../src/ui/copy-text';

afterEach(() => vi.restoreAllMocks());

/** What the page puts on the clipboard by the old way. */
function copies(): string[] {
  const found: string[] = [];
  document.addEventListener('copy', () => {
    const { activeElement: field } = document;
    if (field instanceof HTMLTextAreaElement) {
      found.push(field.value.slice(field.selectionStart, field.selectionEnd));
    }
  });
  return found;
}

test('copies a selection where a page that is no secure context has no clipboard, and gives the focus back', async () => {
  vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue(undefined as never);
  const found = copies();
  const told = vi.fn();
  const screen = await render(
    <button type="button" onClick={() => void copyText('two\nlines').then(told)}>
      Copy
    </button>,
  );
  await userEvent.click(screen.getByRole('button'));
  await expect.poll(() => told.mock.calls).toEqual([[true]]);
  expect(found).toEqual(['two\nlines']);
  expect(document.activeElement).toBe(screen.getByRole('button').element());
  expect(document.querySelector('textarea')).toBeNull();
});

test('says so where the browser refuses the old way too', async () => {
  vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue(undefined as never);
  vi.spyOn(document, 'execCommand').mockReturnValue(false);
  expect(await copyText('text')).toBe(false);
  vi.spyOn(document, 'execCommand').mockImplementation(() => {
    throw new Error('no');
  });
  expect(await copyText('text')).toBe(false);
});
