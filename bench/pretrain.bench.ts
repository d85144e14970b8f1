import { mkdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { preview } from 'vite';
import { sha256 } from '../src/data/sha256';
import { PRETRAINED, type PretrainedCard, packWeights, readPretrained } from '../src/model/pretrained';
import { expect, NO_REAL_DATA, test } from '../tests/e2e/test';
import { measured } from './pretrain/measured';
import { servedMnist } from './pretrain/mnist';
import type {} from './pretrain/page/pretrain-page';
import { DETECTOR_SETTINGS, READER_DATA, READER_SETTINGS } from './pretrain/recipe';
import { readOnPad } from './strokes/evaluate';

const FOLDER = fileURLToPath(new URL('../public/pretrained/', import.meta.url));
const CONFIG = fileURLToPath(new URL('pretrain/vite.config.ts', import.meta.url));
const FILES = JSON.parse(process.env.DIGIT_LAB_FILES ?? '[]') as string[];

test('the networks that ship', async ({ browser, realData }) => {
  test.skip(!realData, NO_REAL_DATA);
  const server = await preview({
    configFile: CONFIG,
    logLevel: 'warn',
    preview: { host: '127.0.0.1', port: 0 },
  });
  try {
    const address = server.resolvedUrls?.local[0] ?? '';
    // Of its own: the tests' context lets no page reach any server but theirs.
    const page = await (await browser.newContext()).newPage();
    page.on('console', (message) => console.log(message.text()));
    await page.goto(address);
    await page.waitForFunction(() => 'pretrainPage' in window);
    const train = async (what: 'reader' | 'detector', settings: typeof READER_SETTINGS) => {
      console.log(what);
      const weights = await page.evaluate(([w, s]) => window.pretrainPage.train(w, s), [
        what,
        settings,
      ] as const);
      return weights.map((tensor) => Float32Array.from(tensor));
    };
    const detecting = await train('detector', DETECTOR_SETTINGS);
    const reading = await train('reader', READER_SETTINGS);

    const bytes = packWeights(reading, detecting);
    const unmeasured: PretrainedCard = {
      format: 'digit-lab pretrained 1',
      settings: READER_SETTINGS,
      command: 'npm run pretrain',
      data: READER_DATA,
      measured: { testAccuracy: 0, testCalibrationError: 0, drawn: {} },
      temperature: 1,
      detector: { network: [...DETECTOR_SETTINGS.network], threshold: 0, measured: { refused: {} } },
      weights: { type: 'float16', bytes: bytes.length, sha256: await sha256(bytes) },
    };
    const card = await measured(readPretrained(unmeasured, bytes), await servedMnist(address));
    for (const path of FILES) {
      card.measured.drawn[basename(path)] = await readOnPad(
        readPretrained(card, bytes),
        await readFile(path, 'utf8'),
      );
    }
    const text = `${JSON.stringify(card, null, 2)}\n`;
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(join(FOLDER, PRETRAINED.card), text);
    writeFileSync(join(FOLDER, PRETRAINED.weights), bytes);
    console.log(text);
    expect.soft(card.measured.testAccuracy, 'accuracy on MNIST').toBeGreaterThanOrEqual(0.994);
    expect.soft(card.measured.testCalibrationError, 'calibration error').toBeLessThanOrEqual(0.01);
  } finally {
    await server.close();
  }
});
