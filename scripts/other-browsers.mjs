import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const UPDATE_LIMIT_MS = 60_000;
const INSTALL_LIMIT_MS = 240_000;
const KILL_AFTER_MS = 5000;

/** What the search touches; tests put their own in. */
const realWorld = {
  env: process.env,
  platform: process.platform,
  isRoot: process.getuid?.() === 0,
  exists: existsSync,
  /** Names in a folder, none where it is not there. */
  list(folder) {
    try {
      return readdirSync(folder);
    } catch {
      return [];
    }
  },
  /** True where the command ended with status 0 in time. It says nothing: other suites print meanwhile. */
  run(command, args, timeout) {
    return new Promise((done) => {
      const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
      const child = spawn(command, args, { stdio: 'ignore', env });
      const overdue = setTimeout(() => {
        child.kill();
        setTimeout(() => child.kill('SIGKILL'), KILL_AFTER_MS).unref();
      }, timeout);
      const end = (ok) => {
        clearTimeout(overdue);
        done(ok);
      };
      child.on('error', () => end(false));
      child.on('exit', (status) => end(status === 0));
    });
  },
};

/** Where Firefox usually is, most wanted first. */
const firefoxPlaces = (platform, env) => {
  switch (platform) {
    case 'darwin':
      return ['/Applications', join(env.HOME ?? '', 'Applications')].map(
        (folder) => `${folder}/Firefox.app/Contents/MacOS/firefox`,
      );
    case 'win32':
      return [env.PROGRAMFILES, env['PROGRAMFILES(X86)']]
        .filter(Boolean)
        .map((root) => `${root}\\Mozilla Firefox\\firefox.exe`);
    default:
      return ['/usr/bin/firefox-esr', '/usr/bin/firefox'];
  }
};

/**
 * @returns FIREFOX_PATH, or the Firefox in one of the usual places
 * @throws Error where FIREFOX_PATH names no file
 */
function findFirefox(world) {
  const named = world.env.FIREFOX_PATH;
  if (named && !world.exists(named))
    throw new Error(`FIREFOX_PATH names ${named}, but there is no such file.`);
  const path = named || firefoxPlaces(world.platform, world.env).find(world.exists);
  return path && { path };
}

const LIBRARIES = '/usr/lib';

/** The driver, the browser that it drives, and the display that it draws on: all three, or nothing. */
function findWebKit(world) {
  const [driver, xvfb] = ['/usr/bin/WebKitWebDriver', '/usr/bin/xvfb-run'];
  const browser = [LIBRARIES, ...world.list(LIBRARIES).map((name) => join(LIBRARIES, name))]
    .flatMap((folder) => world.list(folder).map((name) => join(folder, name, 'MiniBrowser')))
    .filter((path) => /\/webkit(2gtk|gtk)-[\d.]+\//.test(path))
    .find(world.exists);
  return browser && [driver, xvfb].every(world.exists) ? { driver, browser, xvfb } : undefined;
}

const BROWSERS = {
  firefox: { name: 'Firefox', packages: ['firefox-esr'], find: findFirefox },
  webkit: { name: 'WebKitGTK', packages: ['webkit2gtk-driver', 'xvfb', 'xauth'], find: findWebKit },
};

const programsOf = (world) => Object.entries(BROWSERS).map(([id, { find }]) => [id, find(world)]);

/**
 * The browsers that the journey is also made in.
 * @returns for each what it is started by, or `{ missing }`: why it is not there
 */
export function findOtherBrowsers(world = realWorld) {
  const missing = ({ name, packages }) => ({
    missing: `${name} is not here; as root on Debian, with a network, the tests install it: ${packages.join(', ')}`,
  });
  return Object.fromEntries(
    programsOf(world).map(([id, programs]) => [id, programs ?? missing(BROWSERS[id])]),
  );
}

/** Installs those that are missing, as root on Debian, quietly and within a limit of time. Goes on where it can't. */
export async function ensureOtherBrowsers(world = realWorld) {
  const lacking = programsOf(world).filter(([, programs]) => !programs);
  if (lacking.length === 0 || !world.isRoot || !world.exists('/usr/bin/apt-get')) return;
  if (!(await world.run('apt-get', ['update'], UPDATE_LIMIT_MS))) return;
  for (const [id] of lacking) {
    const install = ['install', '-y', '--no-install-recommends', ...BROWSERS[id].packages];
    await world.run('apt-get', install, INSTALL_LIMIT_MS);
  }
}
