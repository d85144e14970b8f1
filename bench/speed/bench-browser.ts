import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { type PreviewServer, preview } from 'vite';
import type { GpuCalls } from '../../tests/fixtures/count-gpu-calls';
import type {} from './page/bench-page';
import { type Entrant, reasonOf } from './rounds';
import type { TaskSpec } from './worker/task-spec';

/**
 * - `plain`: as a simple host serves a page, and as the project's own steps must do
 * - `isolated`: cross-origin isolated, which gives a page shared memory: jax-js computes on all cores only there
 */
type Hosting = 'plain' | 'isolated';

const ISOLATION = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};
const WARM_UP_MS = 400;
const TURN_MS = 800;

/** The built page of the bench in a browser. */
export class BenchBrowser {
  private constructor(
    private readonly server: PreviewServer,
    private readonly context: BrowserContext,
    private readonly page: Page,
  ) {}

  static async open(browser: Browser, hosting: Hosting): Promise<BenchBrowser> {
    const server = await preview({
      configFile: fileURLToPath(new URL('vite.config.ts', import.meta.url)),
      logLevel: 'warn',
      preview: { host: '127.0.0.1', port: 0, headers: hosting === 'isolated' ? ISOLATION : {} },
    });
    // Of its own: the tests' context lets no page reach any server but theirs.
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(server.resolvedUrls?.local[0] ?? '');
    await page.waitForFunction(() => 'bench' in window);
    return new BenchBrowser(server, context, page);
  }

  /** Starts tasks one after the other. @returns those that work, and why the others do not */
  async start(
    specs: Readonly<Record<string, TaskSpec>>,
    say: (sentence: string) => void,
  ): Promise<{ entrants: Entrant[]; failures: Map<string, string> }> {
    const entrants: Entrant[] = [];
    const failures = new Map<string, string>();
    for (const [name, spec] of Object.entries(specs)) {
      try {
        await this.open(name, spec);
        entrants.push({ name, turn: async () => (await this.turns([name]))[0] as number });
        say(`${name} is warm`);
      } catch (error) {
        await this.page.evaluate((task) => window.bench.close(task), name);
        failures.set(name, reasonOf(error));
        say(`${name} does not run: ${reasonOf(error)}`);
      }
    }
    return { entrants, failures };
  }

  open(name: string, spec: TaskSpec): Promise<void> {
    return this.page.evaluate(([task, what, ms]) => window.bench.open(task, what, ms), [
      name,
      spec,
      WARM_UP_MS,
    ] as const);
  }

  /** Lets started tasks work at the same time. @returns each one's units a second */
  turns(names: readonly string[]): Promise<number[]> {
    return this.page.evaluate(([tasks, ms]) => window.bench.turns(tasks, ms), [names, TURN_MS] as const);
  }

  /** @returns what a step of a started task asks of the graphics device, in the mean of some */
  calls(name: string): Promise<GpuCalls> {
    return this.page.evaluate((task) => window.bench.calls(task), name);
  }

  async close(): Promise<void> {
    await this.context.close();
    await this.server.close();
  }
}
