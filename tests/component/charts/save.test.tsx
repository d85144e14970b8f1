import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { changeLanguage } from '../../../src/locales/i18n';
import { ConfusionMatrix } from '../../../src/panels/confusion-matrix/ConfusionMatrix';
import { Filters } from '../../../src/panels/filters/Filters';
import { Inspector } from '../../../src/panels/inspector/Inspector';
import { SaveTable } from '../../../src/panels/shared/save-table';
import { Table } from '../../../src/ui/Table';
import { TableFoot } from '../../../src/ui/table-foot';
import { fakeLab } from '../../fixtures/fake-lab';
import { smallWorld } from '../../fixtures/small-world';
import { renderLab } from '../render-lab';

const world = await smallWorld();
const saved: { name: string; href: string }[] = [];

beforeEach(async () => {
  saved.length = 0;
  await page.viewport(1000, 900);
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push({ name: this.download, href: this.href });
  });
});
afterEach(() => vi.restoreAllMocks());

/** Width and height of a picture that a browser can draw. */
async function sizeOf(href: string): Promise<[number, number]> {
  const image = new Image();
  image.src = href;
  await image.decode();
  return [image.naturalWidth, image.naturalHeight];
}

/**
 * Saves what is in a menu in both formats, by keyboard.
 * @param chart its whole name: charts come in any order, and the first of them is another one a moment later
 */
async function saveBoth(chart: string): Promise<void> {
  for (const format of ['As PNG', 'As SVG']) {
    const before = saved.length;
    const summary = page.getByLabelText(`Save the picture: ${chart}`, { exact: true });
    await expect.element(summary).toBeVisible();
    (summary.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    const menu = page.elementLocator(summary.element().parentElement as HTMLElement);
    await menu.getByRole('button', { name: format }).click();
    await expect.poll(() => saved.length).toBe(before + 1);
    await expect.element(summary).toHaveFocus();
  }
}

test('a chart is saved with what the page lays over it, in twice its size', async () => {
  const lab = fakeLab(world);
  lab.trained();
  await renderLab(lab, <ConfusionMatrix />);
  await saveBoth('True digits against predicted digits');
  const [png, svg] = saved;
  expect([png?.name, svg?.name]).toEqual([
    'true-digits-against-predicted-digits.png',
    expect.stringMatching(/\.svg$/),
  ]);
  const plot = page.getByRole('img', { name: 'True digits against predicted digits' }).element();
  expect(await sizeOf(png?.href ?? '')).toEqual([2 * plot.clientWidth, 2 * plot.clientHeight]);
  const text = decodeURIComponent(svg?.href ?? '');
  const most = Math.max(...world.readings.test.evaluation.confusion);
  expect(text).toContain(`>${most}<`);
  expect(text).toMatch(/predicted/i);
});

test('what tfjs-vis has drawn is saved too, and the numbers of it', async () => {
  const lab = fakeLab(world);
  lab.trained();
  await renderLab(lab, <Inspector />);
  await saveBoth('accuracy, Batches');
  expect(saved[0]?.href).toMatch(/^data:image\/png/);
  expect(decodeURIComponent(saved[1]?.href ?? '')).toMatch(/<svg[^>]*>[\s\S]*<path/);
  expect((await sizeOf(saved[0]?.href ?? ''))[0]).toBeGreaterThan(100);
  for (const fold of document.querySelectorAll('details')) fold.open = true;
  await page.getByRole('button', { name: 'Save as CSV: accuracy, Batches', exact: true }).click();
  expect(saved[2]?.name).toBe('accuracy-batches.csv');
});

test('and what is on a canvas', async () => {
  const lab = fakeLab(world);
  lab.trained();
  await renderLab(lab, <Filters />);
  await expect.element(page.getByRole('table', { name: /^Filter 1/ })).toBeVisible();
  await saveBoth('Filters of the layer');
  const [png, svg] = saved;
  expect(await sizeOf(png?.href ?? '')).toEqual(await sizeOf(svg?.href ?? ''));
});

test.each([
  ['en', ['1,234', '−0.5', '1,234,567.25', '98.2 %', '3,5'], '1234,-0.5,1234567.25,98.2 %,,"3,5"'],
  ['ru', ['1\u00a0234', '−0,12', '0,0412', '98,2\u00a0%', '3 5'], '1234,-0.12,0.0412,"98,2 %",,3 5'],
  ['uk', ['1\u00a0234', '−0,12', '12\u00a0345,5', '98,2\u00a0%', '0.5'], '1234,-0.12,12345.5,"98,2 %",,0.5'],
] as const)(
  'a table is saved as CSV as it is shown, with numbers that a program reads, and no name in it is a formula: %s',
  async (language, [count, difference, value, share, other], line) => {
    const texts: Promise<string>[] = [];
    vi.mocked(HTMLAnchorElement.prototype.click).mockImplementation(function (this: HTMLAnchorElement) {
      texts.push(fetch(this.href).then((file) => file.text()));
    });
    await changeLanguage(language);
    onTestFinished(() => changeLanguage('en'));
    await renderLab(
      fakeLab(world),
      <TableFoot value={SaveTable}>
        <Table caption="Two classes">
          <tbody>
            <tr>
              <th>=cmd</th>
              <td>{count}</td>
              <td>{difference}</td>
              <td>{value}</td>
              <td colSpan={2}>{share}</td>
              <td>{other}</td>
              <td>
                <button type="button">Use</button>
                <button type="button">Delete</button>
              </td>
            </tr>
          </tbody>
        </Table>
      </TableFoot>,
    );
    await page.getByRole('button', { name: 'CSV: Two classes' }).click();
    expect(await texts[0]).toBe(`'=cmd,${line},\r\n`);
  },
);
