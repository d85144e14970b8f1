import type { Page, Worker } from '@playwright/test';
import { drawWithMouse } from './drawing';
import { kept } from './kept';
import type { LabPage } from './lab-page';
import { expect, test } from './test';

test('trains to the end in a hidden tab', async ({ lab, page }) => {
  // A hidden tab is drawn no more: no frame comes, neither in the page nor in its workers.
  await page.addInitScript(() => {
    window.requestAnimationFrame = () => 0;
    Object.defineProperty(document, 'hidden', { get: () => true });
    Object.defineProperty(document, 'visibilityState', { get: () => 'hidden' });
  });
  await lab.openWithOwnFiles('?preset=tfjs-examples&backend=wasm&train=256&batch=32&epochs=2');
  expect(page.workers()).not.toHaveLength(0);
  for (const worker of page.workers()) {
    await worker.evaluate(() => {
      self.requestAnimationFrame = () => 0;
    });
  }
  await lab.press('Train');
  await expect(lab.status).toContainText('Training finished', { timeout: 240_000 });
});

test('names the learning rate where the numbers overflow, and then reads no digit', async ({ lab, page }) => {
  // Each layer makes what passes it some ten times larger, forward and back: the second step is beyond single precision.
  const overflowing = 'net=d64-d64-d64-d64-d10&init=normal&std=2&optimizer=sgd&lr=10&schedule=constant';
  await lab.openWithOwnFiles(`?${overflowing}&backend=wasm&train=256&batch=32&epochs=1`);
  await lab.press('Train');
  await expect(page.getByRole('alert')).toContainText('learning rate is too high');
  await expect(lab.status).toContainText('The run ended early');
  await expect(lab.button('Train')).toBeEnabled();
  await drawWithMouse(lab, 3);
  await lab.button('Predict').click();
  await expect(lab.prediction).toContainText('Model not trained');
});

/** Lets a test get at the WebGL contexts of the engine, which are otherwise TensorFlow.js's own. */
async function keepContexts(page: Page): Promise<void> {
  const keeper = `
    const getContext = OffscreenCanvas.prototype.getContext;
    self.webglContexts = new Set();
    OffscreenCanvas.prototype.getContext = function (type, ...rest) {
      const context = getContext.call(this, type, ...rest);
      if (context && /webgl/.test(type)) self.webglContexts.add(context);
      return context;
    };`;
  await beginEngineWith(page, keeper);
}

/** Has the engine's worker run a script before its own. @param times - engines that do */
async function beginEngineWith(page: Page, script: string, times?: number): Promise<void> {
  await page.route(
    '**/engine.worker-*.js',
    async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: `${script}\n${await response.text()}` });
    },
    times === undefined ? {} : { times },
  );
}

test('trains by TensorFlow.js where the kernels of the network that ships can not be made', async ({
  lab,
  page,
}) => {
  await beginEngineWith(
    page,
    "WebAssembly.compile = () => Promise.reject(new Error('no room for kernels'));",
  );
  await lab.openWithOwnFiles('?backend=wasm&train=256&batch=32&epochs=1');
  await expect(lab.engine).toContainText('Reference');
  expect(await lab.trainToTheEnd()).toContain('Training finished');
  await expect(page.getByRole('alert')).toHaveCount(0);
});

/** As a driver does that crashes. @returns how many contexts there were */
async function loseContexts(page: Page): Promise<number> {
  const counts = page.workers().map((worker) =>
    worker.evaluate(() => {
      const contexts = [
        ...((self as { webglContexts?: Set<WebGL2RenderingContext> }).webglContexts ?? []),
      ].filter((context) => !context.isContextLost());
      for (const context of contexts) context.getExtension('WEBGL_lose_context')?.loseContext();
      return contexts.length;
    }),
  );
  return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
}

test('says that the graphics device was lost, and goes on from there', async ({ lab, page, complaints }) => {
  // Chromium's own note about a context that is lost on purpose.
  complaints.expect(/CONTEXT_LOST_WEBGL|WebGL: /);
  await keepContexts(page);
  // As many epochs as there can be, by the reference on whatever backend comes next: the test ends the run, not its length.
  await lab.openWithOwnFiles(
    '?preset=tfjs-examples&backend=webgl&step=reference&train=512&batch=16&epochs=100',
  );
  await lab.press('Train');
  await expect.poll(() => lab.imagesSeen()).toBeGreaterThan(0);
  expect(await loseContexts(page)).toBeGreaterThan(0);
  await expect(page.getByRole('alert')).toContainText('The device failed');
  // Again on a fresh device, or on the next backend.
  await expect.poll(() => lab.imagesSeen()).toBeGreaterThan(0);
  await lab.press('Stop');
  await expect(lab.status).toContainText('Stopped after');
  await expect(lab.button('Train')).toBeEnabled();
});

/** Ten epochs of six batches on two threads, on freshly drawn digits; the network that it leaves is kept. */
const TO_THE_END =
  '?dataset=synthetic&preset=tfjs-examples&backend=wasm&workers=2&train=3072&batch=512&epochs=10&seed=5&panel=take-away';

/** Has something happen in the midst of a run, and compares what it comes to with a run that nothing happens to. */
async function comesToTheSame(lab: LabPage, page: Page, happens: (engine: Worker) => Promise<void>) {
  await page.goto(`./${TO_THE_END}`);
  await lab.ready();
  await lab.press('Train');
  await expect.poll(() => lab.imagesSeen()).toBeGreaterThan(3072);
  const engine = page.workers().find((worker) => worker.url().includes('engine.worker'));
  if (!engine) throw new Error('there is no engine');
  await happens(engine);
  await expect(page.getByRole('alert')).toContainText('Training goes on from where it was last kept');
  await expect(lab.status).toContainText('Training finished', { timeout: 120_000 });
  await expect.poll(async () => (await kept(page, 'network')).length).toBe(1);
  await lab.trainToTheEnd();
  await expect.poll(async () => (await kept(page, 'network')).length).toBe(2);
  const [one, other] = await kept(page, 'network');
  expect(one?.network.weights).toHaveLength(6);
  expect(one?.network.weights).toEqual(other?.network.weights);
}

test('goes on with a run whose engine hangs, to the very weights of one that ran through', async ({
  lab,
  page,
}) => {
  await comesToTheSame(lab, page, async (engine) => {
    // It never answers.
    void engine
      .evaluate(() => {
        for (;;);
      })
      .catch(() => undefined);
  });
});

test('goes on with a run one of whose threads has vanished, to the very weights of one that ran through', async ({
  lab,
  page,
}) => {
  await beginEngineWith(
    page,
    `const Thread = self.Worker;
    self.threads = [];
    self.Worker = class extends Thread {
      constructor(url, options) {
        super(url, options);
        if (String(url).includes('shard')) self.threads.push(this);
      }
    };`,
  );
  await comesToTheSame(lab, page, (engine) =>
    engine.evaluate(() => {
      for (const thread of (self as unknown as { threads: globalThis.Worker[] }).threads) thread.terminate();
    }),
  );
});

test('trains all the same where the engine waits for ever for a thread, without another press', async ({
  lab,
  page,
}) => {
  const waitsForEver = `const Thread = self.Worker;
    self.Worker = class extends Thread {
      constructor(url, options) {
        for (; String(url).includes('shard'); );
        super(url, options);
      }
    };`;
  await beginEngineWith(page, waitsForEver, 1);
  await lab.openWithOwnFiles('?backend=wasm&workers=2&train=256&batch=32&epochs=1');
  const another = page.waitForRequest('**/engine.worker-*.js');
  await lab.press('Train');
  await another;
  await expect(lab.status).toContainText('Training finished', { timeout: 60_000 });
});
