import { answer } from './answer';
import { isFull, keepAll, tidy } from './kept-files';
import type { FromPage, Standing, ToPage } from './messages';
import { versionOf } from './version';

declare const self: ServiceWorkerGlobalScope & {
  /** Put in by the build. */
  readonly __WB_MANIFEST: Parameters<typeof versionOf>[0];
};

const version = versionOf(self.__WB_MANIFEST, __PAGE_POLICY__);
const { scope } = self.registration;
const net = { caches, fetch: fetch.bind(self) };

const windows = () => self.clients.matchAll({ type: 'window', includeUncontrolled: true });

// It never takes over by itself: a version that is open goes on being answered by its own worker.
self.addEventListener('install', (event) => {
  event.waitUntil(
    keepAll(version, scope, net).catch(async (error: unknown) => {
      const told: ToPage = { type: 'not-kept', reason: isFull(error) ? 'no-room' : 'not-had' };
      for (const client of await windows()) client.postMessage(told);
      throw error;
    }),
  );
});

// On a first visit the page is open already: from now on it too can do without the network.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const answered = answer(event.request, { version, scope, ...net });
  if (answered) event.respondWith(answered);
});

self.addEventListener('message', (event) => {
  const told = event.data as FromPage;
  switch (told.type) {
    case 'page-is': {
      const standing: Standing = told.script === version.script ? 'same' : 'newer';
      event.ports[0]?.postMessage(standing);
      if (standing === 'same') event.waitUntil(self.skipWaiting());
      return;
    }
    case 'take-over':
      event.waitUntil(self.skipWaiting());
      return;
    case 'tidy':
      event.waitUntil(tidyAlone(told.script));
      return;
    default:
      told satisfies never;
  }
});

/** Another tab may be of another version. */
async function tidyAlone(script: string): Promise<void> {
  if (script === version.script && (await windows()).length === 1) await tidy(version, scope, caches);
}
