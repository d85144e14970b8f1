import type { FromPage } from './worker/messages';

/** A worker that does not take over in this time keeps nobody from a reload: with a network the page is new anyway. */
const PATIENCE_MS = 2000;

/** Reloads the page in its newest version, from what is kept of that where there is no network. */
export async function loadNewest(): Promise<void> {
  await takeOver().catch(() => undefined);
  window.location.reload();
}

async function takeOver(): Promise<void> {
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  const waiting = (await workers?.getRegistration())?.waiting;
  if (!workers || !waiting) return;
  const taken = new Promise<void>((resolve) => {
    workers.addEventListener('controllerchange', () => resolve(), { once: true });
    setTimeout(resolve, PATIENCE_MS);
  });
  waiting.postMessage({ type: 'take-over' } satisfies FromPage);
  await taken;
}
