import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { FileButton } from '../../../src/ui/FileButton';
import type { PickedFile } from '../../../src/ui/picked-file';

const file = (name: string) => new File(['x'], name);

async function picker() {
  const onChoose = vi.fn<(files: readonly PickedFile[]) => void>();
  const { container } = await render(<FileButton onChoose={onChoose}>Choose</FileButton>);
  const input = container.querySelector('input') as HTMLInputElement;
  /** As the platform's picker does it: nothing happens where the choice is the same as before. */
  const pick = (...files: readonly File[]) => {
    const transfer = new DataTransfer();
    for (const one of files) transfer.items.add(one);
    const before = [...(input.files ?? [])].map(({ name }) => name).join();
    input.files = transfer.files;
    if (files.map(({ name }) => name).join() !== before) {
      input.dispatchEvent(new Event('change', { bubbles: true }));
    }
  };
  return { pick, names: () => onChoose.mock.calls.map(([files]) => files.map(({ path }) => path)) };
}

test('the same file can be chosen twice, as it may have been mended meanwhile', async () => {
  const { pick, names } = await picker();
  pick(file('a.npz'));
  pick(file('a.npz'));
  expect(names()).toEqual([['a.npz'], ['a.npz']]);
});

test('a picker that is cancelled chooses nothing, and leaves it to be opened again', async () => {
  const { pick, names } = await picker();
  pick(file('a.npz'));
  pick();
  expect(names()).toEqual([['a.npz']]);
  pick(file('b.npz'), file('c.npz'));
  expect(names()).toEqual([['a.npz'], ['b.npz', 'c.npz']]);
});
