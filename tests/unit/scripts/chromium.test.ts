import { expect, it } from 'vitest';
import { ensureChromium, findChromium, usualPlaces, type World } from '../../../scripts/chromium.mjs';

/** A Linux machine on which the programs at `paths` are there and start. */
function machine(paths: string[], changes: Partial<World> = {}) {
  const there = new Set(paths);
  const commands: string[] = [];
  const world: World = {
    env: {},
    platform: 'linux',
    isRoot: false,
    exists: (path) => there.has(path),
    run: (command, args) => {
      commands.push([command, ...args].join(' '));
      return there.has(command);
    },
    say: () => {},
    playwrightPath: async () => '/cache/playwright/chrome',
    ...changes,
  };
  return { world, there, commands };
}

it('takes the browser that CHROMIUM_PATH names before any other', async () => {
  const { world } = machine(['/own/chrome', '/usr/bin/chromium'], { env: { CHROMIUM_PATH: '/own/chrome' } });
  expect(await findChromium(world)).toBe('/own/chrome');
});

it('says so when CHROMIUM_PATH names no file', async () => {
  const { world } = machine(['/usr/bin/chromium'], { env: { CHROMIUM_PATH: '/nowhere' } });
  await expect(findChromium(world)).rejects.toThrow('CHROMIUM_PATH names /nowhere');
});

it('takes a browser from the usual places before the one of Playwright', async () => {
  const { world } = machine(['/usr/bin/google-chrome', '/cache/playwright/chrome']);
  expect(await findChromium(world)).toBe('/usr/bin/google-chrome');
});

it('passes over a program that is there but does not start', async () => {
  const { world } = machine(['/usr/bin/chromium-browser', '/cache/playwright/chrome'], {
    run: (command) => command !== '/usr/bin/chromium-browser',
  });
  expect(await findChromium(world)).toBe('/cache/playwright/chrome');
});

it('finds none on an empty machine', async () => {
  expect(await findChromium(machine([]).world)).toBeUndefined();
});

it.each(['darwin', 'win32', 'linux'])('knows where browsers are on %s', (platform) => {
  const env = { HOME: '/Users/me', PROGRAMFILES: 'C:\\Program Files' };
  expect(usualPlaces(platform, env).join()).toMatch(/chrom/i);
});

it('installs nothing where there is a browser', async () => {
  const { world, commands } = machine(['/usr/bin/chromium']);
  expect(await ensureChromium(world)).toBe('/usr/bin/chromium');
  expect(commands).toEqual(['/usr/bin/chromium --version']);
});

it('downloads the browser of Playwright where there is none', async () => {
  const { world, there } = machine([], { run: () => there.add('/cache/playwright/chrome') && true });
  expect(await ensureChromium(world)).toBe('/cache/playwright/chrome');
});

it('installs the package of a Debian-like system as root where the download fails', async () => {
  const { world, there, commands } = machine(['/usr/bin/apt-get', 'apt-get'], { isRoot: true });
  const run = world.run;
  world.run = (command, args, options) => {
    if (command === 'apt-get' && args[0] === 'install') there.add('/usr/bin/chromium');
    return run(command, args, options);
  };
  expect(await ensureChromium(world)).toBe('/usr/bin/chromium');
  expect(commands).toContain('apt-get update');
});

it('never calls the package manager without root', async () => {
  const { world, commands } = machine(['/usr/bin/apt-get', 'apt-get']);
  await expect(ensureChromium(world)).rejects.toThrow('set CHROMIUM_PATH');
  expect(commands.filter((command) => command.startsWith('apt-get'))).toEqual([]);
});
