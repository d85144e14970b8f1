import { expect, type Locator, type Page } from '@playwright/test';
import { type IdxFile, makeIdxFiles } from '../fixtures/make-idx';

export type Command = 'Train' | 'Pause' | 'Resume' | 'Step' | 'Stop' | 'Reset weights';

export const BACKEND_NAMES = { webgpu: 'WebGPU', webgl: 'WebGL', wasm: 'WASM', cpu: 'CPU' } as const;

const OWN_FILES = makeIdxFiles();

/** The text as it is laid out, in one line: textContent would join '7' and '98 %' of two cells. */
export async function textOf(locator: Locator): Promise<string> {
  // biome-ignore lint/performance/useDomNodeTextContent: the layout is what counts here
  return (await locator.innerText()).replace(/\s+/g, ' ').trim();
}

/** The page by the names that people with screen readers know it by. */
export class LabPage {
  constructor(
    readonly page: Page,
    /** True where the server has the official MNIST. */
    readonly realData: boolean,
  ) {}

  readonly status = this.named('status', 'Training status');
  readonly progress = this.named('progressbar', 'Training progress');
  readonly engine = this.named('group', 'Engine');
  readonly canvas = this.named('img', 'Drawing canvas');
  readonly prediction = this.named('status', 'Prediction');
  readonly topThree = this.named('list', 'Top 3 probabilities');

  private named(role: Parameters<Page['getByRole']>[0], name: string): Locator {
    return this.page.getByRole(role, { name, exact: true });
  }

  /** A button by its exact name. */
  button(name: Command | 'Predict' | 'Clear' | 'Undo'): Locator {
    return this.named('button', name);
  }

  /** A list of choices, closed: its name holds the choice too. */
  choice(name: string): Locator {
    const pattern = new RegExp(`(^| )${name}( |$)`);
    return this.page
      .getByRole('button', { name: pattern })
      .or(this.page.getByRole('combobox', { name: pattern }))
      .first();
  }

  region(name: string): Locator {
    return this.named('region', name).first();
  }

  /** Opens the page with the MNIST of the server where it has that, else with the tests' own files. */
  async open(query = ''): Promise<void> {
    if (!this.realData) return this.openWithOwnFiles(query);
    await this.page.goto(`./${query}`);
    await this.ready();
  }

  /** Opens the page on a server without data and gives it idx files by the file picker. */
  async openWithOwnFiles(query = '', files: readonly IdxFile[] = OWN_FILES): Promise<void> {
    await this.openWithoutData(query);
    await this.give(files);
    await this.ready();
  }

  /** Opens the page on a server that says that it has no data. */
  async openWithoutData(query = ''): Promise<void> {
    await this.page.route('**/data/mnist/manifest.json', (route) =>
      route.fulfill({ json: { state: 'missing', received: 0, total: 0, problems: [] } }),
    );
    await this.page.goto(`./${query}`);
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

  /** The places that a narrow page shows one at a time, by the names in its bar; none on a wide page. */
  async places(): Promise<string[]> {
    const bar = this.page.getByRole('navigation', { name: 'Places' });
    if (!(await bar.isVisible())) return [];
    return (await bar.getByRole('button').allInnerTexts()).map((text) => text.trim());
  }

  /** On a narrow page, goes to the place of this name; on a wide one all of them are shown. */
  async showPlace(name: string): Promise<void> {
    const bar = this.page.getByRole('navigation', { name: 'Places' });
    if (await bar.isVisible()) await bar.getByRole('button', { name }).click();
  }

  /** Waits for data and a network: from then on Train can be pressed. */
  async ready(): Promise<void> {
    await this.showPlace('Train');
    await expect(this.button('Train')).toBeEnabled({ timeout: 60_000 });
  }

  async press(command: Command): Promise<void> {
    await this.button(command).click();
  }

  /** Trains to the end. @returns the closing sentence */
  async trainToTheEnd(timeout = 90_000): Promise<string> {
    await this.press('Train');
    await expect(this.status).toContainText('Training finished', { timeout });
    return textOf(this.status);
  }

  /** Training images that the run has seen, by the status. */
  async imagesSeen(): Promise<number> {
    const text = await textOf(this.status);
    const images = /([\d,]+)( of [\d,]+)? images/.exec(text)?.[1];
    if (images === undefined) throw new Error(`no images in: ${text}`);
    return Number(images.replaceAll(',', ''));
  }

  /** A number from the Engine read-out, by the label that stands before it. */
  async readout(label: 'Tensors' | 'Images per second'): Promise<number> {
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
}
