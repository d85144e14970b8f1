import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { cleanup } from 'vitest-browser-react';
import { WasItRight } from '../../../src/panels/draw/WasItRight';
import { OwnDigits } from '../../../src/panels/own-digits/OwnDigits';
import { openOwnDigitStore } from '../../../src/storage/own-digit-store';
import { fakeLab } from '../../fixtures/fake-lab';
import { ownDigits } from '../../fixtures/own-digits';
import { smallWorld } from '../../fixtures/small-world';
import { answerOf } from '../draw/draw-page';
import { button, digitStrokes } from '../draw/pad';
import { renderLab } from '../render-lab';

const world = await smallWorld();
const panel = page.getByRole('region', { name: 'Your own digits' });
const collected = panel.getByRole('option');
const question = page.getByRole('group', { name: 'Was that right?' });
const readRight = panel.getByRole('row', { name: /^Your hand/ });

let store: Awaited<ReturnType<typeof openOwnDigitStore>>;
let lab: ReturnType<typeof fakeLab>;

/** As a page that is opened: what the browser keeps is there, and a network that reads a 4 in everything. */
async function open(digitStore: Promise<typeof store> = openOwnDigitStore()) {
  await cleanup();
  store = await digitStore.catch(() => store);
  lab = fakeLab(world, { digitStore });
  lab.commands.activations.mockResolvedValue(answerOf({ 4: 0.9 }));
  lab.commands.readImages.mockImplementation(async (images) => {
    const count = images.length / 784;
    return { predicted: new Uint8Array(count).fill(4), probability: new Float32Array(count).fill(0.9) };
  });
  await renderLab(
    lab,
    <>
      <OwnDigits />
      <WasItRight />
    </>,
  );
  lab.trained();
}

function draw(digit: number): void {
  lab.actions.clear();
  for (const stroke of digitStrokes(digit)) lab.actions.addStroke(stroke);
}

async function forgetAll() {
  const kept = await store.all();
  await store.remove(kept.map(({ id }) => id));
}

beforeEach(() => open());
afterEach(async () => {
  await forgetAll();
  store.close();
});

test('keeps a drawing with the digit that it was, and corrects it by another answer', async () => {
  await expect.element(panel).toHaveTextContent('Nothing here yet');
  draw(4);
  await question.getByLabelText('No, it was').selectOptions('9');
  await expect.element(question.getByRole('status')).toHaveTextContent('Kept as a 9');
  await expect.element(collected).toHaveTextContent(/^9 read as 4/);
  await expect.element(readRight).toHaveTextContent('0 of 1');
  await question.getByRole('button', { name: 'Yes, a 4' }).click();
  await expect.element(question.getByRole('status')).toHaveTextContent('Kept as a 4');
  await expect.element(readRight).toHaveTextContent('1 of 1');
  expect(collected.elements()).toHaveLength(1);
});

test('says kept only where it is, and where not what can be done', async () => {
  draw(4);
  vi.spyOn(store, 'put').mockRejectedValueOnce(new DOMException('full', 'QuotaExceededError'));
  await question.getByRole('button', { name: 'Yes, a 4' }).click();
  const told = question.getByRole('status');
  await expect.element(told).toHaveTextContent('Counted as a 4, but only until this page is closed');
  await expect.element(panel).toHaveTextContent('did not keep your last change');
  await open(Promise.reject(Object.assign(new Error('a later page'), { name: 'NewerPage' })));
  draw(4);
  await question.getByRole('button', { name: 'Yes, a 4' }).click();
  await expect.element(told).toHaveTextContent('Reload to keep digits again');
  await expect.element(panel).toHaveTextContent('Export what you want to keep, then reload.');
});

test('shows what another tab keeps, and removes that too', async () => {
  await expect.element(panel).toHaveTextContent('Nothing here yet');
  const other = await openOwnDigitStore();
  await other.put(ownDigits(2));
  await expect.element(collected.nth(1)).toBeInTheDocument();
  await button('Remove all').click();
  await button('No').click();
  await expect.element(button('Remove all')).toHaveFocus();
  await button('Remove all').click();
  await button('Yes, remove').click();
  await expect.element(panel).toHaveTextContent('Nothing here yet');
  expect(await other.all()).toEqual([]);
  other.close();
});

test('has them on this machine until they are removed', async () => {
  draw(4);
  await question.getByRole('button', { name: 'Yes, a 4' }).click();
  draw(1);
  await question.getByLabelText('No, it was').selectOptions('1');
  await expect.element(collected.nth(1)).toBeVisible();
  await expect.poll(() => store.all()).toHaveLength(2);

  await open();
  await expect.element(collected.nth(1)).toBeVisible();
  await collected.first().click();
  await expect.element(panel).toHaveTextContent('A 1, drawn');
  await button('Remove').click();
  await expect.element(collected).toHaveTextContent(/^4/);
  expect(await store.all()).toHaveLength(1);
  await button('Remove all').click();
  await button('Yes, remove').click();
  await expect.element(panel).toHaveTextContent('Nothing here yet');

  await open();
  await expect.element(panel).toHaveTextContent('Nothing here yet');
});

test('takes them to a file and back, and says what was in it', async () => {
  await store.put(ownDigits(7));
  await open();
  await expect.element(collected.nth(6)).toBeInTheDocument();
  const given = vi.spyOn(URL, 'createObjectURL');
  const saved = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  const exported = async (as: string, name: string) => {
    await button(as).click();
    await expect.element(panel).toHaveTextContent(`7 digits were written to ${name}.`);
    expect((saved.mock.contexts.at(-1) as HTMLAnchorElement).download).toBe(name);
    return new File([given.mock.lastCall?.[0] as Blob], name);
  };
  const pictures = await exported('Export as pictures', 'my-digits.zip');
  expect(await pictures.slice(0, 4).text()).toBe('PK\x03\x04');
  const arrays = await exported('Export as npz', 'my-digits.npz');
  expect(await arrays.text()).toContain("'shape': (7, 28, 28,), }");
  const file = await exported('Export', 'my-digits.json');
  vi.restoreAllMocks();
  await button('Remove all').click();
  await button('Yes, remove').click();
  await expect.element(panel).toHaveTextContent('Nothing here yet');

  const input = panel.element().querySelector('input[type=file]') as HTMLInputElement;
  const choose = (chosen: File) => {
    const transfer = new DataTransfer();
    transfer.items.add(chosen);
    input.files = transfer.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  };
  choose(new File(['{"a":1}'], 'x.json'));
  await expect
    .element(panel)
    .toHaveTextContent('Nothing was added: the file is JSON, but not one that was exported here');
  choose(file);
  await expect.element(panel).toHaveTextContent('7 digits were added.');
  await expect.element(collected.nth(6)).toBeInTheDocument();
  expect(collected.elements()).toHaveLength(7);
  choose(file);
  await expect.element(panel).toHaveTextContent('7 were here already');
});
