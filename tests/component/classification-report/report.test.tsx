import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { ClassificationReport } from '../../../src/panels/classification-report/ClassificationReport';
import { FASHION } from '../../fixtures/class-names';
import { fakeLab } from '../../fixtures/fake-lab';
import { smallWorld } from '../../fixtures/small-world';
import { renderLab } from '../render-lab';

const world = await smallWorld();
const { evaluation } = world.readings.test;
const report = page.getByRole('region', { name: 'Classification report' });
const overall = report.getByRole('row', { name: /^All digits/ });

beforeEach(() => page.viewport(1000, 900));

afterEach(() => {
  vi.restoreAllMocks();
});

describe('before there is anything to report', () => {
  test('says what to press, then that the first epoch is under way', async () => {
    const lab = fakeLab(world);
    lab.ready();
    await renderLab(lab, <ClassificationReport />);
    await expect.element(report).toHaveTextContent('Press Train');
    lab.emit(
      { type: 'run-started', run: 'a', startedAt: 0, settings: world.settings, batchesPerEpoch: 4 },
      { type: 'phase', phase: 'running' },
    );
    await expect.element(report).toHaveTextContent('The first epoch is under way');
    await expect.element(report).not.toHaveTextContent('Press Train');
  });
});

test('says that the network has learnt other classes, also where the data have as many', async () => {
  const dataset = { ...world.data.dataset, classNames: FASHION };
  const lab = fakeLab({ ...world, data: { ...world.data, dataset } });
  lab.pretrained();
  await renderLab(lab, <ClassificationReport />);
  await expect
    .element(report)
    .toHaveTextContent('other classes (0, 1, 2, …) than the data have (T-shirt/top, Trouser, Pullover, …)');
  await report.getByText('What is this?').click();
  await expect.element(report).toHaveTextContent('the plain mean over the classes');
  await expect.element(report).not.toHaveTextContent('digit');
});

describe('of a finished run', () => {
  test('reports each digit with intervals, and follows the selection', async () => {
    const lab = fakeLab(world);
    lab.trained();
    await renderLab(lab, <ClassificationReport />);
    // The bootstrap's intervals come after the figures.
    const f1 = report
      .getByRole('row', { name: /^Digit 4/ })
      .getByRole('cell')
      .nth(2);
    await expect.element(f1).toHaveTextContent(/^\d+\.\d\d+\.\d–\d+\.\d$/);
    await expect.element(overall).toHaveTextContent((100 * evaluation.accuracy).toFixed(2));

    const digit = report.getByRole('button', { name: 'Digit 4' });
    await digit.click();
    await expect.element(digit).toHaveAttribute('aria-pressed', 'true');
    expect(lab.store.getState().selection.digit).toBe(4);
    lab.actions.select({ digit: 7 });
    await expect.element(digit).toHaveAttribute('aria-pressed', 'false');
    await expect
      .element(report.getByRole('button', { name: 'Digit 7' }))
      .toHaveAttribute('aria-pressed', 'true');
    // All of its row is pressed like its button.
    await f1.click();
    await expect.element(digit).toHaveAttribute('aria-pressed', 'true');
  });

  test('gives the report away', async () => {
    const saved: { readonly name: string; readonly text: Promise<string> }[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      saved.push({ name: this.download, text: fetch(this.href).then((file) => file.text()) });
    });
    const copied = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    const lab = fakeLab(world);
    lab.trained();
    await renderLab(lab, <ClassificationReport />);
    await report.getByRole('button', { name: 'Download text' }).click();
    await report.getByRole('button', { name: 'Download CSV' }).click();
    await report.getByRole('button', { name: 'Copy as text' }).click();
    await expect.element(report.getByRole('status')).toHaveTextContent('Copied.');

    expect(saved.map(({ name }) => name)).toEqual([
      'classification-report-test.txt',
      'classification-report-test.csv',
    ]);
    const [text, csv] = await Promise.all(saved.map(({ text }) => text));
    expect(text).toContain('              precision    recall  f1-score   support\n');
    expect(text).toContain(`accuracy                         ${evaluation.accuracy.toFixed(4)}`);
    expect(csv?.split('\r\n')).toHaveLength(15);
    expect(copied.mock.calls).toEqual([[text]]);
  });

  test('reads the test images of other data than it was trained on, once they are asked for', async () => {
    const lab = fakeLab(world);
    lab.trained();
    lab.actions.select({ part: 'test' });
    await renderLab(lab, <ClassificationReport />);
    await expect.element(overall).toHaveTextContent('120');
    const other = await smallWorld({ training: 240, test: 90 });
    lab.emit({
      type: 'dataset',
      dataset: {
        status: 'ready',
        id: 'synthetic',
        origin: 'a test',
        official: false,
        train: 220,
        validation: 20,
        test: 90,
        problems: [],
      },
    });
    // What was read is of images that have gone.
    await expect.element(overall).not.toBeInTheDocument();
    await expect.element(report).toHaveTextContent('Nothing has been read in these images yet.');
    await report.getByRole('button', { name: 'Read them' }).click();
    expect(lab.commands.read.mock.calls).toEqual([['test']]);
    lab.emit({ type: 'read', readings: other.readings.test });
    const { accuracy } = other.readings.test.evaluation;
    await expect.element(overall.getByRole('cell').last()).toHaveTextContent((100 * accuracy).toFixed(2));
    await expect.element(report).toHaveTextContent('90 images');
    expect(accuracy).not.toBe(evaluation.accuracy);
  });
});

test('calls the classes by their names', async () => {
  const lab = fakeLab({
    ...world,
    data: { ...world.data, dataset: { ...world.data.dataset, classNames: FASHION } },
  });
  lab.trained();
  await renderLab(lab, <ClassificationReport />);
  await expect.element(report.getByRole('button', { name: 'Class T-shirt/top' })).toBeVisible();
  await expect.element(report.getByRole('row', { name: /^All classes/ })).toBeVisible();
});
