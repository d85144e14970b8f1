import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type TestInfo, test } from '@playwright/test';
import { findOtherBrowsers, type Missing } from '../../scripts/other-browsers.mjs';
import { MIRRORS } from '../../src/data/mnist-sources';
import { makeIdxFiles } from '../fixtures/make-idx';
import { startChromium } from './chromium-driver';
import type { Driver, Start } from './driver';
import { firefoxAt } from './firefox-driver';
import { journey } from './journey';
import { Visitor } from './visitor';
import { webkitBy } from './webkit-driver';
import { Witness } from './witness';

const SIZE = { width: 1440, height: 900 };
const MIRROR_ORIGINS = MIRRORS.map(({ url }) => new URL(url).origin);

/** How each browser is started; `proxy` is for one that tells of no requests itself. */
const BROWSERS: Readonly<Record<string, (proxy: string) => Start | Missing>> = {
  Chromium: () => startChromium,
  Firefox() {
    const { firefox } = findOtherBrowsers();
    return 'missing' in firefox ? firefox : firefoxAt(firefox.path);
  },
  WebKitGTK(proxy) {
    const { webkit } = findOtherBrowsers();
    return 'missing' in webkit ? webkit : webkitBy(webkit, proxy);
  },
};

for (const [name, startOf] of Object.entries(BROWSERS)) {
  test(`${name}: open, draw, answer, own files, train, results, inside, reload, without an error, a violation of the policy or a request elsewhere`, async ({
    baseURL,
  }, info) => {
    const witness = new Witness(baseURL ?? '');
    const host = await witness.listen();
    const start = startOf(host);
    if ('missing' in start) test.skip(true, start.missing);
    else await visit(start, witness, info);
    witness.close();
  });
}

async function visit(start: Start, witness: Witness, info: TestInfo): Promise<void> {
  const driver = await start(SIZE);
  info.annotations.push({ type: 'browser', description: driver.version });
  const origin = `http://${witness.host}`;
  const step = (title: string, does: () => Promise<void>) => test.step(title, does);
  try {
    const ownFiles = writeOwnFiles(info.outputPath('own'));
    await journey(new Visitor(driver), { origin, ownFiles, step });
    expect([...driver.errors, ...witness.errors].filter(isError), 'errors').toEqual([]);
    expect(witness.violations, 'what the policy forbade').toEqual([]);
    expect([...driver.requests.filter((url) => isElsewhere(url, origin)), ...witness.elsewhere]).toEqual([]);
    await expectToHear(driver, witness);
  } catch (error) {
    await info.attach('page', { body: Buffer.from(await driver.picture()), contentType: 'image/png' });
    throw error;
  } finally {
    await driver.close();
  }
}

/** Else there may have been nothing to hear because nobody listened. */
async function expectToHear(driver: Driver, witness: Witness): Promise<void> {
  await driver.value("fetch('https://elsewhere.invalid/').catch(() => console.error('not let out'))");
  await expect.poll(() => witness.violations.join()).toContain('connect-src: https://elsewhere.invalid');
  await expect.poll(() => witness.errors.join()).toContain('not let out');
}

/** Sizes that change once more within a frame are told in the next one: the browser says so as if it were an error. */
const isError = (told: string): boolean => !told.includes('ResizeObserver loop');

const isElsewhere = (url: string, origin: string): boolean =>
  /^(https?|wss?):/.test(url) && ![origin, ...MIRROR_ORIGINS].includes(new URL(url).origin);

function writeOwnFiles(folder: string): string[] {
  mkdirSync(folder, { recursive: true });
  return makeIdxFiles().map(({ name, bytes }) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  });
}
