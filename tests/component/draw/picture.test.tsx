import { beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { DataPanel } from '../../../src/panels/data/DataPanel';
import { claims } from '../../fixtures/claimed-pictures';
import { fakeLab } from '../../fixtures/fake-lab';
import { smallWorld } from '../../fixtures/small-world';
import { renderLab } from '../render-lab';
import { draw, imageSeen, renderDrawing } from './draw-page';
import { button, device, pad, seenImage } from './pad';
import { brokenPicture, drag, inked, paste, photo, transferOf, whitePicture } from './pictures';

const world = await smallWorld();
const alert = page.getByRole('region', { name: 'Draw a digit' }).getByRole('alert');
const invitation = page.getByText('Drop the picture of a digit');
let lab: ReturnType<typeof fakeLab>;

beforeEach(async () => {
  lab = fakeLab(world);
  await renderDrawing(lab);
});

/** Share of the ink that two images have in common. */
function likeness(a: readonly number[], b: readonly number[]): number {
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  return (2 * sum(a.map((grey, i) => Math.min(grey, b[i] ?? 0)))) / (sum(a) + sum(b));
}

test('takes a photo that is pasted, turned as the camera was', async () => {
  paste(await photo(1));
  await expect.element(seenImage).toBeVisible();
  const upright = await imageSeen(lab);
  await button('Clear').click();
  await expect.element(seenImage).not.toBeInTheDocument();
  paste(await photo(6));
  await expect.element(seenImage).toBeVisible();
  expect(likeness(upright, await imageSeen(lab))).toBeGreaterThan(0.95);
});

test('takes a picture that is dropped on the canvas, and leaves the data alone', async () => {
  await renderLab(lab, <DataPanel />);
  const transfer = transferOf(await photo(1));
  drag('dragover', pad.element(), transfer);
  await expect.element(invitation).toBeVisible();
  drag('drop', pad.element(), transfer);
  await expect.element(seenImage).toBeVisible();
  await expect.element(invitation).not.toBeInTheDocument();
  expect(lab.commands.previewFiles).not.toHaveBeenCalled();
  await button('Undo').click();
  await expect.element(seenImage).not.toBeInTheDocument();
  // Beside the canvas the same file is data.
  drag('drop', document.body, transferOf(await photo(1)));
  await expect.poll(() => lab.commands.previewFiles).toHaveBeenCalledOnce();
  await expect.element(seenImage).not.toBeInTheDocument();
});

test('takes a picture from the file picker, on which strokes can be drawn', async () => {
  const opened = vi.spyOn(HTMLInputElement.prototype, 'click').mockImplementation(() => undefined);
  await button('Picture…').click();
  expect(opened).toHaveBeenCalledOnce();
  const input = opened.mock.contexts[0] as HTMLInputElement;
  opened.mockRestore();
  expect(input).toMatchObject({ type: 'file', accept: 'image/*' });
  input.files = transferOf(await photo(1)).files;
  input.dispatchEvent(new Event('change'));
  await expect.element(seenImage).toBeVisible();
  const before = await imageSeen(lab);
  await device('mouse').draw([0.9, 0.9]);
  expect(await imageSeen(lab)).not.toEqual(before);
});

test('takes ink on light paper, on a dark board and on none for the same digit', async () => {
  const seen: (readonly number[])[] = [];
  for (const file of [
    await inked('#111', '#eee'),
    await inked('#eee', '#111'),
    await inked('#111'),
    await inked('#fff'),
  ]) {
    paste(file);
    await expect.element(seenImage).toBeVisible();
    seen.push(await imageSeen(lab));
    await button('Clear').click();
    await expect.element(seenImage).not.toBeInTheDocument();
  }
  const [first, ...others] = seen as [readonly number[], ...(readonly number[])[]];
  for (const other of others) expect(likeness(first, other)).toBeGreaterThan(0.95);
});

test('refuses a picture of 30,000×30,000 pixels before it is decoded, and keeps the drawing', async () => {
  paste(await photo(1));
  await expect.element(seenImage).toBeVisible();
  const before = await imageSeen(lab);
  const decoded = vi.spyOn(globalThis, 'createImageBitmap');
  for (const claim of [claims.png, claims.jpeg, claims['webp with more']]) {
    paste(new File([claim(30_000, 30_000)], 'huge.png', { type: 'image/png' }));
    await expect.element(alert).toHaveTextContent('too large: at most 60 MB and 120 megapixels');
    expect(await imageSeen(lab)).toEqual(before);
  }
  expect(decoded).not.toHaveBeenCalled();
  decoded.mockRestore();
});

test('refuses an SVG, whose scripts do not run, and says which pictures are taken', async () => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90" onload="parent.wasRun = true">
    <script>parent.wasRun = true</script><path d="M9 9h70v70" stroke="#000"/></svg>`;
  paste(new File([svg], 'seven.svg', { type: 'image/svg+xml' }));
  await expect.element(alert).toHaveTextContent('Take a JPEG, PNG or WebP');
  await expect.element(seenImage).not.toBeInTheDocument();
  expect('wasRun' in window).toBe(false);
});

test('says in words why a picture can not be taken, until the drawing changes', async () => {
  paste(brokenPicture);
  await expect.element(alert).toHaveTextContent('not a picture');
  paste(await whitePicture());
  await expect.element(alert).toHaveTextContent('No ink was found');
  paste(await photo(1));
  await expect.element(seenImage).toBeVisible();
  await expect.element(alert).not.toBeInTheDocument();
  paste(await whitePicture());
  await expect.element(alert).toHaveTextContent('No ink was found');
  // With ink on the canvas already.
  draw(lab, 1);
  await expect.element(alert).not.toBeInTheDocument();
});
