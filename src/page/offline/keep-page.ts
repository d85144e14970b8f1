import type { StoreApi } from 'zustand/vanilla';
import type { LabActions, LabState } from '../../state/lab-state';
import { isActive } from '../../state/run/run-state';
import { atRest } from './at-rest';
import { isOutdated, pageScript } from './page-script';
import type { FromPage, Standing, ToPage } from './worker/messages';

/** A tab that stays open all day hears of a new version too. */
const LOOK_AGAIN_MS = 60 * 60_000;

type Store = Pick<StoreApi<LabState>, 'getState' | 'subscribe'>;
type Told = Pick<LabActions, 'tellNewVersion' | 'tellNoRoom'>;

/**
 * Has the browser keep the page for a visit without a network, and says when there is a new version. That begins when
 * the page is at rest: it costs neither the first answer nor the first training anything. Where the browser has no
 * service workers (no secure context, some private windows) nothing happens.
 */
export async function keepPage(store: Store, told: Told): Promise<void> {
  tellWhereOutdated(store, told);
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  if (!workers || savesData()) return;
  await atRest(store, isResting);
  workers.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
    // One that is controlled has what it needs: there is no room for the next version only.
    if (data.reason === 'no-room' && !workers.controller) told.tellNoRoom();
  });
  workers.startMessages();
  try {
    const address = new URL('service-worker.js', document.baseURI);
    watch(await workers.register(address, { updateViaCache: 'none' }), told);
  } catch {
    // The browser keeps nothing here, or the host has no such file: the page is as it would be without.
  }
}

const isResting = ({ run, dataset, readout, engineGone }: LabState) =>
  !isActive(run.phase) && dataset.status !== 'loading' && (readout !== undefined || engineGone);

/** The person asks to be spared what is not needed: all of the page is 40 MB with its data. */
const savesData = () =>
  (navigator as { connection?: { readonly saveData?: boolean } }).connection?.saveData === true;

/** A part that can't be fetched may have gone with a version of before; the engine then has a fault to tell of. */
function tellWhereOutdated(store: Store, { tellNewVersion }: Told): void {
  const look = () => void isOutdated().then((outdated) => outdated && tellNewVersion());
  window.addEventListener('vite:preloadError', look);
  store.subscribe(({ fault }, before) => {
    if (fault && fault !== before.fault) look();
  });
}

function watch(registration: ServiceWorkerRegistration, { tellNewVersion }: Told): void {
  const script = pageScript();
  const look = async () => {
    const { waiting } = registration;
    if (waiting && (await standingOf(waiting, script)) === 'newer') tellNewVersion();
  };
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', () => void look());
  });
  void look();
  registration.active?.postMessage({ type: 'tidy', script } satisfies FromPage);
  const lookForNew = () => void registration.update().catch(() => undefined);
  setInterval(lookForNew, LOOK_AGAIN_MS);
}

/** One of the same version takes over when it is told; see `FromPage`. */
function standingOf(worker: ServiceWorker, script: string): Promise<Standing> {
  const { port1, port2 } = new MessageChannel();
  const standing = new Promise<Standing>((resolve) => {
    port1.onmessage = ({ data }: MessageEvent<Standing>) => resolve(data);
  });
  worker.postMessage({ type: 'page-is', script } satisfies FromPage, [port2]);
  return standing;
}
