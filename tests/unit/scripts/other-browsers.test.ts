import { expect, it } from 'vitest';
import { ensureOtherBrowsers, findOtherBrowsers, type World } from '../../../scripts/other-browsers.mjs';

const WEBKIT = [
  '/usr/bin/WebKitWebDriver',
  '/usr/bin/xvfb-run',
  '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
];

/** A Debian machine with these programs; `apt-get` brings those that a package is said to hold. */
function machine(
  paths: string[],
  changes: Partial<World> & { packages?: Record<string, string[]>; isSlow?: boolean } = {},
) {
  const { packages = {}, isSlow = false, ...rest } = changes;
  const there = new Set(paths);
  const commands: string[] = [];
  const world: World = {
    env: {},
    platform: 'linux',
    isRoot: true,
    exists: (path) => there.has(path),
    list: (folder) => {
      const below = [...there].filter((path) => path.startsWith(`${folder}/`));
      return [...new Set(below.map((path) => path.slice(folder.length + 1).split('/')[0] ?? ''))];
    },
    run: async (command, args) => {
      commands.push([command, ...args].join(' '));
      if (isSlow) return false;
      for (const path of args.flatMap((name) => packages[name] ?? [])) there.add(path);
      return true;
    },
    ...rest,
  };
  return { world, commands };
}

it('finds both, and installs nothing then', async () => {
  const { world, commands } = machine(['/usr/bin/apt-get', '/usr/bin/firefox-esr', ...WEBKIT]);
  await ensureOtherBrowsers(world);
  expect(findOtherBrowsers(world)).toEqual({
    firefox: { path: '/usr/bin/firefox-esr' },
    webkit: { driver: WEBKIT[0], xvfb: WEBKIT[1], browser: WEBKIT[2] },
  });
  expect(commands).toEqual([]);
});

it('installs as root on Debian what is missing, and no more', async () => {
  const packages = { 'webkit2gtk-driver': [WEBKIT[0] ?? '', WEBKIT[2] ?? ''], xvfb: [WEBKIT[1] ?? ''] };
  const { world, commands } = machine(['/usr/bin/apt-get', '/usr/bin/firefox'], { packages });
  await ensureOtherBrowsers(world);
  expect(findOtherBrowsers(world)).toMatchObject({
    firefox: { path: '/usr/bin/firefox' },
    webkit: { browser: WEBKIT[2] },
  });
  expect(commands.join()).not.toContain('firefox');
});

it('never calls the package manager without root, and says what would be installed', async () => {
  const { world, commands } = machine(['/usr/bin/apt-get', ...WEBKIT], { isRoot: false });
  await ensureOtherBrowsers(world);
  expect(findOtherBrowsers(world).firefox).toEqual({
    missing: expect.stringMatching(/^Firefox is not here; as root .*: firefox-esr$/),
  });
  expect(commands).toEqual([]);
});

it('goes on where there is no network, without trying each package', async () => {
  const { world, commands } = machine(['/usr/bin/apt-get'], { isSlow: true });
  await ensureOtherBrowsers(world);
  expect(findOtherBrowsers(world)).toMatchObject({
    firefox: { missing: expect.any(String) },
    webkit: { missing: expect.stringContaining('webkit2gtk-driver, xvfb, xauth') },
  });
  expect(commands).toEqual(['apt-get update']);
});

it('takes the Firefox that FIREFOX_PATH names, and says so where it names no file', () => {
  const env = { FIREFOX_PATH: '/own/firefox' };
  const { world } = machine(['/own/firefox', '/usr/bin/firefox-esr', ...WEBKIT], { env });
  expect(findOtherBrowsers(world)).toMatchObject({ firefox: { path: '/own/firefox' } });
  expect(() => findOtherBrowsers(machine(WEBKIT, { env }).world)).toThrow('FIREFOX_PATH names');
});

it('needs the whole of WebKitGTK: driver, browser and display', () => {
  for (const lacking of WEBKIT) {
    const { world } = machine(['/usr/bin/firefox', ...WEBKIT.filter((path) => path !== lacking)]);
    expect(findOtherBrowsers(world), lacking).toMatchObject({ webkit: { missing: expect.any(String) } });
  }
});

it('looks for Firefox where macOS and Windows have it', () => {
  const mac = machine(['/Applications/Firefox.app/Contents/MacOS/firefox'], { platform: 'darwin' });
  expect(findOtherBrowsers(mac.world)).toMatchObject({ firefox: { path: expect.any(String) } });
  const env = { PROGRAMFILES: 'C:\\Program Files' };
  const windows = machine(['C:\\Program Files\\Mozilla Firefox\\firefox.exe'], { platform: 'win32', env });
  expect(findOtherBrowsers(windows.world)).toMatchObject({ firefox: { path: expect.any(String) } });
});
