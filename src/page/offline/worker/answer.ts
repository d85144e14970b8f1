import { keptAt, type Net, openKept } from './kept-files';
import type { PageFile, Version } from './version';

/** How long a network that is there, and slow, is waited for. */
const PATIENCE_MS = 3000;
/** The server can't, or what stands before it says that it is not there. */
const FAILED = 500;

/** What lies here has a checksum in its name, or the page knows it. */
const NEVER_CHANGES = /^(assets\/|data\/mnist\/.*\.gz$)/;

interface Answering extends Net {
  readonly version: Version;
  /** Address of the page's folder. */
  readonly scope: string;
}

/**
 * What a request of the page is answered with. Files that never change come from what is kept; all else, the page
 * itself before all, comes from the network where there is one, so that whoever opens or reloads the page has the newest.
 * @returns undefined where it is none of the page's files: the browser then goes its own way
 */
export function answer(request: Request, world: Answering): Promise<Response> | undefined {
  const path = pathOf(request, world.scope);
  if (path === undefined) return undefined;
  const file = world.version.files.find((each) => each.path === path);
  if (file) return NEVER_CHANGES.test(path) ? keptFirst(request, file, world) : newest(request, file, world);
  return path.startsWith('assets/') ? ofOtherVersion(request, world) : undefined;
}

/** Path from the page's folder, '' of the page itself; undefined where it is not below it, or not to be read. */
function pathOf({ url, method, mode }: Request, scope: string): string | undefined {
  if (method !== 'GET' || !url.startsWith(scope)) return undefined;
  const [path] = url.slice(scope.length).split(/[?#]/) as [string];
  const isPage = path === '' || path === 'index.html';
  // Another page below this one is none of this.
  if (mode === 'navigate' && !isPage) return undefined;
  return isPage ? '' : path;
}

type Kept = Promise<Response | undefined>;

/** A browser that can't read what it keeps has kept nothing. */
async function found(look: (kept: Cache) => Kept, { scope, caches }: Answering): Kept {
  try {
    return await look(await openKept(scope, caches));
  } catch {
    return undefined;
  }
}

const kept = (file: PageFile, world: Answering): Kept =>
  found((all) => all.match(keptAt(file, world.scope)), world);

async function keptFirst(request: Request, file: PageFile, world: Answering): Promise<Response> {
  return (await kept(file, world)) ?? world.fetch(request);
}

/** A tab may be of another version than this: its files are kept as long as it is open. */
async function ofOtherVersion(request: Request, world: Answering): Promise<Response> {
  return (await found((all) => all.match(request, { ignoreSearch: true }), world)) ?? world.fetch(request);
}

async function newest(request: Request, file: PageFile, world: Answering): Promise<Response> {
  const coming = world.fetch(request);
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE_MS));
  const fresh = await Promise.race([coming, late]).catch(() => undefined);
  if (fresh && fresh.status < FAILED) return fresh;
  return (await kept(file, world)) ?? coming;
}
