import { type ChildProcess, spawn } from 'node:child_process';
import { Builder, By, Capabilities, Origin, type WebDriver } from 'selenium-webdriver';
import { freePort } from '../../scripts/free-port.mjs';
import type { WebKitPrograms } from '../../scripts/other-browsers.mjs';
import type { Driver, Start } from './driver';

const START_MS = 30_000;
const SCREEN = '-screen 0 1600x1200x24';

/** The driver's server, once it answers. */
async function startServer({ driver, xvfb }: WebKitPrograms): Promise<{ url: string; server: ChildProcess }> {
  const port = await freePort();
  const options = ['-a', '-s', SCREEN, driver, `--port=${port}`];
  // A group of its own: xvfb-run leaves its display behind when it is ended alone.
  const server = spawn(xvfb, options, { stdio: 'ignore', detached: true });
  const url = `http://127.0.0.1:${port}`;
  const deadline = Date.now() + START_MS;
  while (Date.now() < deadline && server.exitCode === null) {
    const isUp = await fetch(`${url}/status`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) return { url, server };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  endGroup(server);
  throw new Error('WebKitWebDriver did not answer');
}

function endGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid);
  } catch {
    // It has ended by itself.
  }
}

/** Window of such a size that the page has `width` × `height`. */
async function setViewport(session: WebDriver, width: number, height: number): Promise<void> {
  const window = session.manage().window();
  await window.setRect({ x: 0, y: 0, width, height });
  const [w = width, h = height] = await session.executeScript<number[]>('return [innerWidth, innerHeight]');
  await window.setRect({ x: 0, y: 0, width: 2 * width - w, height: 2 * height - h });
}

/**
 * WebKitGTK by WebDriver.
 * @param proxy - host and port that all its requests go through, wherever they are to
 */
export const webkitBy =
  (programs: WebKitPrograms, proxy: string): Start =>
  async ({ width, height }) => {
    const { url, server } = await startServer(programs);
    const capabilities = new Capabilities({
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': { binary: programs.browser, args: ['--automation'] },
      proxy: { proxyType: 'manual', httpProxy: proxy, sslProxy: proxy },
    });
    const session = await new Builder()
      .usingServer(url)
      .withCapabilities(capabilities)
      .build()
      .catch((error: unknown) => {
        endGroup(server);
        throw error;
      });
    await setViewport(session, width, height);
    const version = (await session.getCapabilities()).get('browserVersion');
    const driver: Driver = {
      version: `WebKitGTK ${version}`,
      errors: [],
      requests: [],
      open: (address) => session.get(address),
      reload: () => session.navigate().refresh(),
      value: (expression) => session.executeScript(`return (${expression})`),
      async mouse(moments) {
        const actions = session.actions({ async: true });
        for (const { moment, x, y } of moments) {
          actions.move({ x: Math.round(x), y: Math.round(y), origin: Origin.VIEWPORT, duration: 0 });
          if (moment === 'down') actions.press();
          if (moment === 'up') actions.release();
        }
        await actions.perform();
      },
      give: (paths) => session.findElement(By.css('input[type=file]')).sendKeys(paths.join('\n')),
      picture: async () => Buffer.from(await session.takeScreenshot(), 'base64'),
      async close() {
        await session.quit().catch(() => undefined);
        endGroup(server);
      },
    };
    return driver;
  };
