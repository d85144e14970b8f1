import { test as base, type ConsoleMessage, expect } from '@playwright/test';
import { LabPage } from './lab-page';
import { tellViolations, watchRequests } from './watch-policy';

export { expect };

/** Where no real MNIST is served, tests that need it are skipped with this reason. */
export const NO_REAL_DATA =
  'real MNIST is not there: set MNIST_DIR to a folder with its four idx files, or fill .cache/mnist by `npm start`';

/** By how much Chromium's processor is made slower, to find tests that depend on speed. */
const throttle = Number(process.env.DIGIT_LAB_THROTTLE ?? 1);

interface TestFixtures {
  /** Where a test failed, with settings and seed: noted for the end of the run. */
  readonly address: undefined;
  /** What went wrong in the page or its workers; the test fails unless it is empty at the end. */
  readonly complaints: Complaints;
  readonly lab: LabPage;
}

/** Of a whole configuration. */
export interface TestOptions {
  /** Where the page opens, unless the address says so; '' leaves that to the page. */
  readonly panel: string;
}

interface WorkerFixtures {
  /** True where the server has the official MNIST. */
  readonly realData: boolean;
}

/** Uncaught errors and console errors of the page and its workers, what breaks its policy, and requests to others. */
export class Complaints {
  readonly found: string[] = [];
  private readonly expected: RegExp[] = [];

  /** A test that breaks something on purpose names the error that it causes. */
  expect(pattern: RegExp): void {
    this.expected.push(pattern);
  }

  add(complaint: string): void {
    if (!this.expected.some((pattern) => pattern.test(complaint))) this.found.push(complaint);
  }
}

const isOutside = (url: string, baseURL: string) => /^https?:/.test(url) && !url.startsWith(baseURL);

/** The browser's own note about a request that the fixture below has blocked. */
const isBlockedRequest = (message: ConsoleMessage, baseURL: string) =>
  message.text().startsWith('Failed to load resource') && isOutside(message.location().url, baseURL);

export const test = base.extend<TestFixtures & TestOptions, WorkerFixtures>({
  panel: ['', { option: true }],
  address: [
    async ({ context }, use, info) => {
      await use(undefined);
      if (info.status === info.expectedStatus) return;
      for (const page of context.pages()) {
        info.annotations.push({ type: 'address', description: page.url() });
      }
    },
    { auto: true },
  ],
  page: async ({ page, context }, use) => {
    if (throttle > 1) {
      const session = await context.newCDPSession(page);
      await session.send('Emulation.setCPUThrottlingRate', { rate: throttle });
    }
    await use(page);
  },
  complaints: [
    // Ends before the address is noted, since its complaints are failures too.
    async ({ context, baseURL: base, address: _ }, use) => {
      const baseURL = base ?? '';
      const complaints = new Complaints();
      context.on('weberror', (error) => complaints.add(`uncaught: ${error.error()}`));
      context.on('console', (message) => {
        if (message.type() !== 'error' || isBlockedRequest(message, baseURL)) return;
        complaints.add(`console: ${message.text()} (${message.location().url})`);
      });
      watchRequests(context, baseURL, (url) => complaints.add(`request: ${url}`));
      await tellViolations(context);
      // Tests mean the same with and without a network.
      await context.route(
        (url) => isOutside(url.href, baseURL),
        (route) => route.abort(),
      );
      await use(complaints);
      expect(complaints.found, 'errors of the page and its workers').toEqual([]);
    },
    { auto: true },
  ],
  realData: [
    async ({ playwright }, use, worker) => {
      const request = await playwright.request.newContext({
        ...(worker.project.use.baseURL !== undefined && { baseURL: worker.project.use.baseURL }),
      });
      const state = async () =>
        ((await (await request.get('data/mnist/manifest.json')).json()) as { state: string }).state;
      await expect.poll(state, { timeout: 30_000 }).not.toBe('loading');
      const ready = (await state()) === 'ready';
      await request.dispose();
      await use(ready);
    },
    { scope: 'worker' },
  ],
  lab: async ({ page, realData, panel }, use) => use(new LabPage(page, realData, panel)),
});
