import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { changeLanguage } from '../../../src/locales/i18n';
import { reportPanel } from '../../../src/panels/report/report';
import { fakeLab } from '../../fixtures/fake-lab';
import { smallWorld } from '../../fixtures/small-world';
import { renderLab } from '../render-lab';

const world = await smallWorld();
const panel = page.getByRole('region', { name: 'Report', exact: true });
afterEach(() => vi.restoreAllMocks());

/** The report that is saved, as a document. */
async function saved(from = panel, button = 'Download the report'): Promise<Document> {
  const files: Promise<string>[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    files.push(fetch(this.href).then((file) => file.text()));
  });
  await from.getByRole('button', { name: button }).click();
  await expect.element(from.getByRole('status').first()).not.toBeEmptyDOMElement();
  await expect.poll(() => files.length).toBe(1);
  return new DOMParser().parseFromString((await files[0]) ?? '', 'text/html');
}

const headings = (report: Document) => [...report.querySelectorAll('h2')].map((title) => title.textContent);

test('of a run: result, conclusions, curves, matrix, report, errors as pictures, configuration', async () => {
  const lab = fakeLab(world);
  lab.trained();
  await renderLab(lab, <reportPanel.Component />);
  const report = await saved();
  expect(headings(report)).toEqual([
    ...['Result: Test images read right', 'Conclusions', 'Loss', 'Accuracy', 'Confusion matrix'],
    ...['Classification report', 'Surest errors, Test images', 'Configuration', 'Layers: 1,836 parameters'],
  ]);
  const { accuracy, confusion } = world.readings.test.evaluation;
  expect(report.querySelector('.figure')?.textContent).toBe(`${(100 * accuracy).toFixed(2)} %`);
  const cells = [...report.querySelectorAll('.matrix td')].map((cell) => Number(cell.textContent));
  expect(cells).toEqual([...confusion]);
  const picture = report.querySelector<HTMLImageElement>('.errors img');
  const image = new Image();
  image.src = picture?.getAttribute('src') ?? '';
  await image.decode();
  expect([image.naturalWidth, image.naturalHeight]).toEqual([28, 28]);
  expect(report.body.textContent).not.toMatch(/undefined|NaN|\{\{|<a>/);
  expect(report.querySelector('a')?.getAttribute('href')).toMatch(/net=c4k5-p2-c6k3-p2-d10/);
});

test('of the network that came with the page, without curves', async () => {
  const lab = fakeLab(world);
  lab.pretrained();
  await renderLab(lab, <reportPanel.Component />);
  const report = await saved();
  expect(report.body.textContent).toContain('The network that came with the page.');
  expect(headings(report)).not.toContain('Loss');
  expect(headings(report)).toContain('Confusion matrix');
});

test('in the language of the page, down to its figures', async () => {
  const lab = fakeLab(world);
  lab.trained();
  await changeLanguage('uk');
  onTestFinished(() => changeLanguage('en'));
  await renderLab(lab, <reportPanel.Component />);
  const report = await saved(page.getByRole('region', { name: 'Звіт', exact: true }), 'Завантажити звіт');
  expect(report.documentElement.lang).toBe('uk');
  expect(headings(report).filter((title) => !/\p{Script=Cyrillic}/u.test(title ?? ''))).toEqual([]);
  expect(report.querySelector('.figure')?.textContent).toMatch(/^\d+,\d\d\u00a0%$/);
});

test('says what to do before there is anything to report', async () => {
  const lab = fakeLab(world);
  lab.ready();
  await renderLab(lab, <reportPanel.Component />);
  await expect.element(panel).toHaveTextContent('Nothing is trained yet.');
  await expect.element(panel.getByRole('button', { name: 'Start training' })).toBeEnabled();
});

test('is of a run as it ended: none is put together of an earlier network and the run in sight', async () => {
  const lab = fakeLab(world);
  lab.trained();
  const { settings } = world;
  const looked = { type: 'looked-back', settings, trainedBatches: 4 } as const;
  lab.emit({ ...looked, at: { run: 'a', epoch: 1 }, weightsVersion: 100 });
  await renderLab(lab, <reportPanel.Component />);
  await expect.element(panel).toHaveTextContent('Go back to the present to download it.');
  const download = panel.getByRole('button', { name: 'Download the report' });
  await expect.element(download).not.toBeInTheDocument();
  lab.emit({ ...looked, at: undefined, weightsVersion: 101 });
  await expect.element(download).toBeVisible();
});
