import type { BrowserContext } from '@playwright/test';
import { MIRRORS } from '../../src/data/mnist-sources';

/** Has whatever breaks the page's policy written to the console as an error, also what is caught where it happens. */
const TELL = `addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile, lineNumber }) =>
  console.error('policy:', violatedDirective, blockedURI, sourceFile, lineNumber));`;

/** Listens in each page, and in each worker before its own script runs. */
export async function tellViolations(context: BrowserContext): Promise<void> {
  await context.addInitScript(TELL);
  await context.route(/\/assets\/[\w.]+\.worker-[^/]+\.js$/, async (route) => {
    // What the service worker keeps has to be what was built.
    if (route.request().serviceWorker() || isOfClassRoom(route.request().url())) return route.continue();
    try {
      const response = await route.fetch();
      await route.fulfill({ response, body: `${TELL}\n${await response.text()}` });
    } catch {
      // Its page, or its test, is over; where it is not, the page misses its worker.
      await route.abort().catch(() => undefined);
    }
  });
}

/** The name by which a class room knows the teacher's machine is known to the browser alone: nothing is fetched by it here. */
const isOfClassRoom = (address: string) => new URL(address).hostname.endsWith('.local');

const isHost = (url: string) => /^(https?|wss?):/.test(url);
const isMirror = (url: string) => MIRRORS.some((mirror) => mirror.crossOrigin && url.startsWith(mirror.url));

/** Tells of each request to anyone but the page's own host and the mirrors of MNIST. What is `data:` or `blob:` stays here. */
export function watchRequests(context: BrowserContext, baseURL: string, tell: (url: string) => void): void {
  const look = (url: string) => {
    if (isHost(url) && !url.startsWith(baseURL) && !isMirror(url)) tell(url);
  };
  context.on('request', (request) => look(request.url()));
  context.on('page', (page) => page.on('websocket', (socket) => look(socket.url())));
}
