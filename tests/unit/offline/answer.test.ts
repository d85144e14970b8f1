import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { answer } from '../../../src/page/offline/worker/answer';
import { keepAll } from '../../../src/page/offline/worker/kept-files';
import { FakeCaches, FakeHost, FIRST, FIRST_VERSION, SCOPE, SECOND, SECOND_VERSION } from './small-host';

let browser: FakeCaches;
let host: FakeHost;
beforeEach(async () => {
  browser = new FakeCaches();
  host = new FakeHost(FIRST);
  await keepAll(FIRST_VERSION, SCOPE, { caches: browser.caches, fetch: host.fetch });
  host.asked.length = 0;
});
afterEach(() => {
  vi.useRealTimers();
});

/** What the worker of the first version answers; undefined where it leaves the request to the browser. */
const asked = (path: string, request: Partial<Request> = {}, version = FIRST_VERSION) =>
  answer({ url: `${SCOPE}${path}`, method: 'GET', mode: 'cors', ...request } as Request, {
    ...{ version, scope: SCOPE, caches: browser.caches, fetch: host.fetch },
  })?.then((response) => response.text());

const NAVIGATE = { mode: 'navigate' } as const;

describe('without a network', () => {
  beforeEach(() => {
    host.isThere = false;
  });

  it('has every file', async () => {
    for (const [path, text] of Object.entries(FIRST)) expect(await asked(path), path).toBe(text);
  });

  it.for(['', 'index.html', '?preset=tiny&epochs=2', '?x#draw'])('opens the page at %s', async (path) => {
    expect(await asked(path, NAVIGATE)).toBe(FIRST['']);
  });

  it('fails as the browser would for what it never had', async () => {
    await expect(asked('assets/other.js')).rejects.toThrow('Failed to fetch');
  });
});

describe('with a network', () => {
  it('never asks it for what can not have changed', async () => {
    await asked('assets/plotly-1.js');
    await asked('data/mnist/t10k.gz');
    expect(host.asked).toEqual([]);
  });

  it('opens the newest version of the page, and has that one’s files from the network', async () => {
    host.files = SECOND;
    expect(await asked('', NAVIGATE)).toBe(SECOND['']);
    expect(await asked('assets/index-2.js')).toBe('second index');
    expect(await asked('pretrained/card.json')).toBe('another card');
  });

  it('keeps the files of an open tab whose version the host no longer has', async () => {
    host.files = SECOND;
    await keepAll(SECOND_VERSION, SCOPE, { caches: browser.caches, fetch: host.fetch });
    expect(await asked('assets/panel-1.js', {}, SECOND_VERSION)).toBe('first panel');
  });

  it('takes what is kept where the network says nothing for three seconds', async () => {
    vi.useFakeTimers();
    host.fetch = () => new Promise(() => undefined);
    const page = asked('', NAVIGATE);
    await vi.advanceTimersByTimeAsync(3000);
    expect(await page).toBe(FIRST['']);
  });

  it('takes what is kept where the server fails', async () => {
    host.fetch = async () => new Response('bad gateway', { status: 502 });
    expect(await asked('', NAVIGATE)).toBe(FIRST['']);
  });

  it('asks the network where the browser can not read what it keeps', async () => {
    browser.caches.open = () => Promise.reject(new Error('damaged'));
    expect(await asked('assets/panel-1.js')).toBe('first panel');
  });
});

it.for([
  ['of another host', 'https://other/assets/index-1.js', {}],
  ['beside the page', 'https://host/other/assets/index-1.js', {}],
  ['that writes', SCOPE, { method: 'POST' }],
  ['for another page below this one', `${SCOPE}docs/`, NAVIGATE],
  ['for a file as a page', `${SCOPE}assets/index-1.js`, NAVIGATE],
  ['for what is no file of the page', `${SCOPE}src/main.tsx`, {}],
] as const)('leaves a request %s to the browser', ([, url, request]) => {
  expect(asked('', { url, ...request })).toBeUndefined();
});
