import { beforeEach, describe, expect, it } from 'vitest';
import { isFull, keepAll, tidy } from '../../../src/page/offline/worker/kept-files';
import { versionOf } from '../../../src/page/offline/worker/version';
import { FakeCaches, FakeHost, FIRST, FIRST_VERSION, SCOPE, SECOND, SECOND_VERSION } from './small-host';

let browser: FakeCaches;
let host: FakeHost;
beforeEach(() => {
  browser = new FakeCaches();
  host = new FakeHost(FIRST);
});
const keep = (version = FIRST_VERSION) =>
  keepAll(version, SCOPE, { caches: browser.caches, fetch: host.fetch });
const everything = (...versions: object[]) =>
  [...new Set(versions.flatMap((files) => Object.values(files)))].sort();

describe('to keep a page', () => {
  it('keeps all its files, with the policy that the host may not know of', async () => {
    await keep();
    expect(browser.texts()).toEqual(everything(FIRST));
    for (const { headers } of browser.kept.values()) {
      expect(headers.get('content-security-policy')).toBe('the policy');
      expect(headers.get('content-type')).toBe('text/javascript');
    }
  });

  it('fetches of another version what is new in it, and loses nothing of the one before', async () => {
    await keep();
    host = new FakeHost(SECOND);
    await keep(SECOND_VERSION);
    expect(host.asked.sort()).toEqual(['', 'assets/index-2.js', 'assets/panel-2.js', 'pretrained/card.json']);
    expect(browser.texts()).toEqual(everything(FIRST, SECOND));
  });

  it.for([
    ['is another than was built', { 'assets/panel-1.js': 'a page that asks for a password' }],
    ['is gone', { 'assets/panel-1.js': undefined as unknown as string }],
    ['is the page of another version', { '': SECOND[''] }],
  ] as const)('fails where a file %s', async ([, changes]) => {
    host = new FakeHost({ ...FIRST, ...changes });
    await expect(keep()).rejects.toThrow(TypeError);
  });

  it('goes on from where it was when the network comes back', async () => {
    host.files = { ...FIRST, 'pretrained/card.json': 'cut o' };
    await expect(keep()).rejects.toThrow(TypeError);
    const again = new FakeHost(FIRST);
    host = again;
    await keep();
    expect(again.asked.sort()).toEqual(['data/mnist/t10k.gz', 'pretrained/card.json']);
  });

  it('lets go of what it has added where there is no room, and of nothing that was there', async () => {
    await keep();
    browser.room = browser.kept.size + 2;
    host = new FakeHost(SECOND);
    const failure = await keep(SECOND_VERSION).catch((error: unknown) => error);
    expect(isFull(failure)).toBe(true);
    expect(browser.texts()).toEqual(everything(FIRST));
  });
});

it('lets go of what a version has no use for', async () => {
  await keep();
  host = new FakeHost(SECOND);
  await keep(SECOND_VERSION);
  await tidy(SECOND_VERSION, SCOPE, browser.caches);
  expect(browser.texts()).toEqual(everything(SECOND));
});

it('refuses a list of files without the page', () => {
  expect(() => versionOf([{ url: 'icon.svg', revision: null, integrity: 'sha256-1' }], '')).toThrow(
    'the page',
  );
});
