import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Flags that every test browser gets. SwiftShader draws in software for WebGL and WebGPU alike, so that a machine
 * without a GPU runs the same tests as one with a GPU; the rest keeps the browser quiet and off the network.
 */
export const BROWSER_FLAGS = [
  '--no-sandbox',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--enable-unsafe-webgpu',
  '--use-webgpu-adapter=swiftshader',
  // SwiftShader draws only what asks for a GPU. Debian's Chromium would have the whole page drawn by it, for half as
  // much time again.
  '--disable-gpu-rasterization',
  '--disable-gpu-compositing',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-first-run',
];

const DOWNLOAD_LIMIT_MS = 180_000;
const INSTALL_LIMIT_MS = 300_000;
const VERSION_LIMIT_MS = 30_000;

/** What the search touches; tests put their own in. */
const realWorld = {
  env: process.env,
  platform: process.platform,
  isRoot: process.getuid?.() === 0,
  exists: existsSync,
  /** True where the command ended with status 0 in time; what it says goes to stderr where `loud`. */
  run(command, args, { timeout, loud = false }) {
    const stdio = ['ignore', loud ? process.stderr : 'ignore', loud ? process.stderr : 'ignore'];
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    // npx is a batch file on Windows, which only a shell runs.
    const shell = command === 'npx' && process.platform === 'win32';
    return spawnSync(command, args, { stdio, timeout, env, shell }).status === 0;
  },
  say: (sentence) => console.error(sentence),
  async playwrightPath() {
    const { chromium } = await import('@playwright/test');
    return chromium.executablePath();
  },
};

/** Where Chromium or Chrome usually is, most wanted first. */
export function usualPlaces(platform, env) {
  switch (platform) {
    case 'darwin': {
      const apps = ['/Applications', join(env.HOME ?? '', 'Applications')];
      const names = ['Chromium', 'Google Chrome'];
      return names.flatMap((name) => apps.map((folder) => `${folder}/${name}.app/Contents/MacOS/${name}`));
    }
    case 'win32': {
      const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(Boolean);
      return roots.flatMap((root) => [
        `${root}\\Chromium\\Application\\chrome.exe`,
        `${root}\\Google\\Chrome\\Application\\chrome.exe`,
      ]);
    }
    default:
      return [
        '/usr/bin/chromium',
        '/usr/bin/chromium-browser',
        '/usr/bin/google-chrome',
        '/usr/bin/google-chrome-stable',
        '/opt/google/chrome/chrome',
        '/snap/bin/chromium',
      ];
  }
}

/**
 * A program that is there may still not start: a downloaded Chromium without the system's libraries, or Ubuntu's
 * stub that only names the snap. On Windows `--version` would open a window, on macOS neither happens.
 */
const starts = (path, world) =>
  world.exists(path) &&
  (world.platform !== 'linux' || world.run(path, ['--version'], { timeout: VERSION_LIMIT_MS }));

/**
 * The Chromium to test with: CHROMIUM_PATH, the usual places, Playwright's own.
 * @returns its path, or undefined where there is none
 * @throws Error where CHROMIUM_PATH names no file
 */
export async function findChromium(world = realWorld) {
  const named = world.env.CHROMIUM_PATH;
  if (named) {
    if (!world.exists(named)) throw new Error(`CHROMIUM_PATH names ${named}, but there is no such file.`);
    return named;
  }
  const usual = usualPlaces(world.platform, world.env).find((path) => starts(path, world));
  if (usual) return usual;
  const own = await world.playwrightPath();
  return starts(own, world) ? own : undefined;
}

/**
 * As findChromium, but installs one where there is none: Playwright's download, else the distribution's package.
 * @throws Error with one sentence that says what to do where that fails too
 */
export async function ensureChromium(world = realWorld) {
  const found = await findChromium(world);
  if (found) return found;
  world.say('No Chromium found: downloading the one of Playwright.');
  world.run('npx', ['playwright', 'install', 'chromium'], { timeout: DOWNLOAD_LIMIT_MS });
  const downloaded = await findChromium(world);
  if (downloaded) return downloaded;
  if (world.isRoot && world.exists('/usr/bin/apt-get')) {
    world.say('That did not give a working browser: installing the package chromium.');
    const limits = { timeout: INSTALL_LIMIT_MS, loud: true };
    if (world.run('apt-get', ['update'], limits)) {
      world.run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], limits);
    }
    const installed = await findChromium(world);
    if (installed) return installed;
  }
  throw new Error(
    'No Chromium to test with: install Chromium or Chrome, or set CHROMIUM_PATH to the program of one.',
  );
}
