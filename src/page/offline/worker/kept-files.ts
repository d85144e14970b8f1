import type { PageFile, Version } from './version';

/** The browser's own, or a test's. */
export interface Net {
  readonly caches: Pick<CacheStorage, 'open'>;
  readonly fetch: typeof globalThis.fetch;
}

/** Versions of the page share what they have in common. Pages in other folders of the host have their own. */
export const openKept = (scope: string, caches: Net['caches']) => caches.open(`digit-lab-page ${scope}`);

/** Address under which a file is kept: with its checksum, since a later version may have another of this name. */
export function keptAt({ path, mark }: PageFile, scope: string): string {
  const address = new URL(path, scope);
  address.search = `?kept=${encodeURIComponent(mark)}`;
  return address.href;
}

/**
 * Keeps all files of a version, one after the other. What is there already, of this version or another, is not fetched
 * again, so that an attempt that was cut off goes on from where it was.
 * @throws TypeError where a file can't be had as it was built
 * @throws QuotaExceededError where there is no room; what had been added is let go of
 */
export async function keepAll(version: Version, scope: string, net: Net): Promise<void> {
  const kept = await openKept(scope, net.caches);
  const added: string[] = [];
  for (const file of version.files) {
    const address = keptAt(file, scope);
    if (await kept.match(address)) continue;
    const response = await fetched(file, version, scope, net.fetch);
    added.push(address);
    try {
      await kept.put(address, response);
    } catch (error) {
      if (isFull(error)) await Promise.all(added.map((each) => kept.delete(each)));
      throw error;
    }
  }
}

export const isFull = (error: unknown) =>
  error instanceof DOMException && error.name === 'QuotaExceededError';

async function fetched(
  { path, integrity }: PageFile,
  version: Version,
  scope: string,
  fetch: Net['fetch'],
): Promise<Response> {
  const response = await fetch(new URL(path, scope).href, {
    // The host is asked whether it has another by now; what has not changed comes from the browser's own cache.
    cache: 'no-cache',
    // Nothing that the page asks for waits behind it.
    priority: 'low',
    ...(integrity !== undefined && { integrity }),
  });
  if (!response.ok) throw new TypeError(`${path}: status ${response.status}`);
  const body = path === '' ? await ofVersion(response, version) : response.body;
  const type = response.headers.get('Content-Type');
  // Anew: one that was redirected can't answer a navigation, and its length may be that of before it was unpacked.
  return new Response(body, {
    headers: { ...version.headers, ...(type !== null && { 'Content-Type': type }) },
  });
}

/** The page itself, where it is that of this version and not another already. */
async function ofVersion(response: Response, { script }: Version): Promise<string> {
  const page = await response.text();
  if (!page.includes(script)) throw new TypeError(`the page does not begin with ${script}`);
  return page;
}

/** Lets go of all that a version has no use for. */
export async function tidy(version: Version, scope: string, caches: Net['caches']): Promise<void> {
  const kept = await openKept(scope, caches);
  const wanted = new Set(version.files.map((file) => keptAt(file, scope)));
  const all = await kept.keys();
  await Promise.all(all.filter(({ url }) => !wanted.has(url)).map((request) => kept.delete(request)));
}
