import { readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, test } from './test';

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));
/** Of the scripts that the page needs before it can show anything, gzipped. */
const START_LIMIT_BYTES = 300_000;

/** The scripts that index.html names: its entry and what is preloaded with it. */
function startScripts(): string[] {
  const html = readFileSync(`${DIST}index.html`, 'utf8');
  return [...html.matchAll(/(?:src|href)="\.\/([^"]+\.js)"/g)].map((match) => DIST + match[1]);
}

test('starts without loading Plotly or TensorFlow.js on the page', () => {
  const scripts = startScripts();
  expect(scripts.length).toBeGreaterThan(0);
  const packed = scripts.reduce((sum, script) => sum + gzipSync(readFileSync(script)).length, 0);
  expect(packed).toBeLessThan(START_LIMIT_BYTES);
  for (const script of scripts) {
    expect(statSync(script).size, script).toBeLessThan(1_500_000);
    expect(readFileSync(script, 'utf8')).not.toMatch(/Conv2DBackpropFilter|plotly\.js v/);
  }
});
