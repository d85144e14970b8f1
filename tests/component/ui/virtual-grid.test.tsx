import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { VirtualGrid } from '../../../src/ui/VirtualGrid';
import { keys } from '../draw/pad';

const list = page.getByRole('listbox', { name: 'Numbers' });

/** The item that a screen reader is told of; null where the list tells of none. */
function active(): Element | null | undefined {
  const id = list.element().getAttribute('aria-activedescendant');
  return id === null ? null : (document.getElementById(id) ?? undefined);
}

test('tells of the item that the keyboard is at while it is in the page, and the next key brings it back', async () => {
  await render(
    <div style={{ display: 'grid', width: 300, height: 300 }}>
      <VirtualGrid
        label="Numbers"
        count={500}
        minWidth={300}
        rowHeight={50}
        selected={3}
        onSelect={() => undefined}
      >
        {String}
      </VirtualGrid>
    </div>,
  );
  await expect.poll(() => active()?.textContent).toBe('3');
  const box = list.element();
  box.scrollTop = 20_000;
  await expect.poll(active).toBeNull();
  (box as HTMLElement).focus();
  await keys('{ArrowDown}');
  await expect.poll(() => active()?.textContent).toBe('4');
});
