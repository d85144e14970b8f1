import { expect, type Locator, type Page } from '@playwright/test';
import { type IdxFile, makeIdxFiles } from '../fixtures/make-idx';
import { newRun, stopAndRead } from './in-page';

export type Command = 'Train' | 'Pause' | 'Resume' | 'Step' | 'Stop' | 'Reset weights';

export const BACKEND_NAMES = { webgpu: 'WebGPU', webgl: 'WebGL', wasm: 'WASM', cpu: 'CPU' } as const;

/** What stands in the results, by the group that it is in. */
const PANELS: Readonly<Record<string, readonly string[]>> = {
  Results: [
    'Overview',
    'Learning curves',
    'Confusion matrix',
    'Classification report',
    'Conclusions',
    'Misclassified digits',
  ],
  Inside: ['Walk-through', 'Activation maps', 'Filters', 'Why', 'Interventions', 'Projection', 'Inspector'],
  Data: ['Data browser', 'Test image', 'Your own digits'],
  Runs: ['Runs', 'Sweeps', 'Library', 'Take away', 'As reported', 'Report', 'Lessons'],
};

/** Of all groups, in the order of their tabs. */
export const PANEL_TITLES = Object.values(PANELS).flat();

/** What a run may take where two cores are busy with other things; none needs a tenth of it where they are not. */
const TRAINING_MS = 240_000;

const OWN_FILES = makeIdxFiles();

/** The text as it is laid out, in one line: textContent would join '7' and '98 %' of two cells. */
export async function textOf(locator: Locator): Promise<string> {
  return (await locator.innerText()).replace(/\s+/g, ' ').trim();
}

/** The page by the names that people with screen readers know it by. */
export class LabPage {
  readonly status: Locator;
  readonly progress: Locator;
  readonly engine: Locator;
  readonly canvas: Locator;
  readonly prediction: Locator;
  readonly topThree: Locator;

  /**
   * @param realData - true where the server has the official MNIST
   * @param panel - is open first where the address names none; '' leaves that to the page
   */
  constructor(
    readonly page: Page,
    readonly realData: boolean,
    private readonly panel = '',
  ) {
    this.status = this.named('status', 'Training status');
    this.progress = this.named('progressbar', 'Training progress');
    this.engine = this.named('group', 'Engine');
    this.canvas = this.named('img', 'Drawing canvas');
    this.prediction = this.named('status', 'Prediction');
    this.topThree = this.named('list', 'Top 3 probabilities');
  }

  private withPanel(query: string): string {
    if (this.panel === '' || /[?&]panel=/.test(query)) return query;
    return `${query}${query === '' ? '?' : '&'}panel=${this.panel}`;
  }

  private named(role: Parameters<Page['getByRole']>[0], name: string): Locator {
    return this.page.getByRole(role, { name, exact: true });
  }

  /** A button by its exact name. */
  button(name: Command | 'Predict' | 'Clear' | 'Undo'): Locator {
    return this.named('button', name);
  }

  /** The commands to the run that can be pressed now, in the order in which they stand. */
  async commands(): Promise<string[]> {
    const buttons = this.named('group', 'Run').getByRole('button', { disabled: false });
    return (await buttons.allInnerTexts()).map((text) => text.trim());
  }

  /** A list of choices. */
  choice(name: string): Locator {
    return this.named('combobox', name);
  }

  /** What is chosen in a list, as it is shown. */
  chosen(name: string): Locator {
    return this.choice(name).locator('option:checked');
  }

  region(name: string): Locator {
    return this.named('region', name).first();
  }

  /** Opens the page with the MNIST of the server where it has that, else with the tests' own files. */
  async open(query = ''): Promise<void> {
    if (!this.realData) return this.openWithOwnFiles(query);
    await this.page.goto(`./${this.withPanel(query)}`);
    await this.ready();
  }

  /** Opens the page on a server without data and gives it idx files by the file picker. */
  async openWithOwnFiles(query = '', files: readonly IdxFile[] = OWN_FILES): Promise<void> {
    const separator = query === '' ? '?' : '&';
    await this.openWithoutData(`${query}${separator}dataset=files`);
    await this.give(files);
    await this.takeFiles();
    await this.ready();
  }

  /** Opens the page on a server that says that it has no data. */
  async openWithoutData(query = ''): Promise<void> {
    await this.page.route('**/data/mnist/manifest.json', (route) =>
      route.fulfill({ json: { state: 'missing', received: 0, total: 0, problems: [] } }),
    );
    await this.page.goto(`./${this.withPanel(query)}`);
    await expect(this.page.locator('input[type=file]').first()).toBeAttached();
  }

  /** Chooses files in the file picker. */
  async give(files: readonly IdxFile[]): Promise<void> {
    await this.page
      .locator('input[type=file]')
      .first()
      .setInputFiles(
        files.map(({ name, bytes }) => ({
          name,
          mimeType: 'application/octet-stream',
          buffer: Buffer.from(bytes),
        })),
      );
  }

  /** Agrees to the files that were given, once they are understood. */
  async takeFiles(): Promise<void> {
    await this.page.getByRole('button', { name: 'Use them' }).click();
  }

  /** Waits for data and a network: from then on Train can be pressed. */
  async ready(): Promise<void> {
    await expect(this.button('Train')).toBeEnabled();
  }

  async press(command: Command): Promise<void> {
    await this.button(command).click();
  }

  /** Presses Stop. @returns training images seen by then */
  stop(): Promise<number> {
    return stopAndRead(this.status);
  }

  /** Trains to the end. @returns the closing sentence */
  async trainToTheEnd(timeout = TRAINING_MS): Promise<string> {
    const begun = await newRun(this.status);
    await this.press('Train');
    await expect.poll(() => begun.evaluate((run) => run.hasBegun), 'a run begins').toBe(true);
    await expect(this.status).toContainText('Training finished', { timeout });
    return textOf(this.status);
  }

  /** Opens a results panel by its title: the group that it is in, then its tab. */
  async openPanel(title: string): Promise<void> {
    const group = Object.entries(PANELS).find(([, titles]) => titles.includes(title))?.[0];
    if (group === undefined) throw new Error(`no group has a panel '${title}'`);
    const tab = (row: string, name: string) =>
      this.page.getByRole('tablist', { name: row, exact: true }).getByRole('tab', { name, exact: true });
    await tab('Groups of panels', group).click();
    await tab(group, title).click();
    await expect(tab(group, title)).toHaveAttribute('aria-selected', 'true');
  }

  /** Goes through the results until each chart is drawn, which happens when it first comes into sight. */
  async showEachResult(): Promise<void> {
    for (const title of PANEL_TITLES) {
      await this.openPanel(title);
      await this.showCharts();
    }
    await this.openPanel('Overview');
  }

  /** Waits until the charts of the tab in sight are drawn. */
  async showCharts(): Promise<void> {
    // A tab is chosen at once; what is on it follows.
    await expect(this.page.locator('[role=tabpanel] h2').first()).toBeVisible();
    for (const name of ['Learning curves', 'Confusion matrix']) {
      const region = this.region(name);
      if (!(await region.isVisible())) continue;
      await region.scrollIntoViewIfNeeded();
      await expect(region.locator('svg.main-svg').first()).toBeVisible();
    }
    // Its numbers are asked for first.
    const browser = this.region('Data browser');
    if (await browser.isVisible()) {
      const greys = browser.getByRole('img', { name: 'Pixel histogram' });
      await greys.scrollIntoViewIfNeeded();
      await expect(greys.locator('svg.main-svg').first()).toBeVisible();
    }
    const waiting = this.page.locator('[role=tabpanel]').getByText('Preparing the chart');
    await expect(waiting.filter({ visible: true })).toHaveCount(0);
  }

  /** Training images that the run has seen, by the status; 0 before it has told of any. */
  async imagesSeen(): Promise<number> {
    const text = await textOf(this.status);
    return Number((/([\d,]+) images/.exec(text)?.[1] ?? '0').replaceAll(',', ''));
  }

  /** A number from the Engine read-out, by the label that stands before it. */
  async readout(label: 'Tensors' | 'Memory' | 'Images per second'): Promise<number> {
    const text = await textOf(this.engine);
    const number = new RegExp(`${label}[: ]*([\\d,.]+)`).exec(text)?.[1];
    if (number === undefined) throw new Error(`no ${label} in the read-out: ${text}`);
    return Number(number.replaceAll(',', ''));
  }

  /** Percent of the test images that were read right, from the closing sentence. */
  async testAccuracy(): Promise<number> {
    const text = await textOf(this.status);
    const percent = /([\d.]+)\s*%/.exec(text.slice(text.indexOf('Training finished')))?.[1];
    if (percent === undefined) throw new Error(`no accuracy in: ${text}`);
    return Number(percent);
  }

  /** Takes other data into use and reads their test images. @returns percent that were read right */
  async testAccuracyOn(dataset: string): Promise<number> {
    await this.choice('Dataset').selectOption({ label: dataset });
    await expect(this.chosen('Dataset')).toHaveText(dataset);
    await this.ready();
    await this.openPanel('Classification report');
    const report = this.region('Classification report');
    await report.getByRole('button', { name: 'Read them' }).click();
    const overall = report
      .getByRole('row', { name: /^All digits/ })
      .getByRole('cell')
      .last();
    return Number.parseFloat(await textOf(overall));
  }
}
