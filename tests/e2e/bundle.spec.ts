import { readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, test } from './test';

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));
/** Of the scripts that the page needs before it can show anything, gzipped. */
const START_LIMIT_BYTES = 300_000;
/** Each costs a request, and on a cold page these are what the first answer waits for. */
const START_LIMIT_SCRIPTS = 4;

/** The scripts that index.html names: its entry and what is preloaded with it. */
function startScripts(): string[] {
  const html = readFileSync(`${DIST}index.html`, 'utf8');
  return [...html.matchAll(/(?:src|href)="\.\/([^"]+\.js)"/g)].map((match) => DIST + match[1]);
}

test('starts without loading Plotly or TensorFlow.js on the page', () => {
  const scripts = startScripts();
  expect(scripts.length).toBeGreaterThan(0);
  expect(scripts.length).toBeLessThanOrEqual(START_LIMIT_SCRIPTS);
  const packed = scripts.reduce((sum, script) => sum + gzipSync(readFileSync(script)).length, 0);
  expect(packed).toBeLessThan(START_LIMIT_BYTES);
  for (const script of scripts) {
    expect(statSync(script).size, script).toBeLessThan(1_500_000);
    expect(readFileSync(script, 'utf8')).not.toMatch(/Conv2DBackpropFilter|plotly\.js v/);
  }
});

/** Scripts in which a package could make a function out of a string, and why it does not. */
const KNOWN = [
  // zod's try whether it may, which `jitless` leaves out (src/model/zod-without-eval.ts).
  /^(zod|zod-without-eval|engine\.worker|shard\.worker)-/,
  // Vega's compiler of expressions, in whose place its interpreter works (src/charts/vega-embed.ts).
  /^draw-vis-/,
  // Ways to the global object and to bind, for browsers without `globalThis`, and what loads maps.
  /^plotly\.min-/,
];

test('has no script but the known ones in which a string could be run', () => {
  const scripts = readdirSync(`${DIST}assets`).filter((name) => name.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(50);
  const running = scripts.filter((name) =>
    /(?<![\w.$])(Function|eval)\(/.test(readFileSync(`${DIST}assets/${name}`, 'utf8')),
  );
  expect(running.filter((name) => !KNOWN.some((known) => known.test(name)))).toEqual([]);
});

interface Bom {
  readonly bomFormat: string;
  readonly components: readonly { readonly name: string; readonly licenses?: unknown }[];
}

test('comes with a bill of materials of what it is made of', () => {
  const bom = JSON.parse(readFileSync(`${DIST}bom.json`, 'utf8')) as Bom;
  expect(bom.bomFormat).toBe('CycloneDX');
  const names = bom.components.map(({ name }) => name);
  expect(names).toContain('@tensorflow/tfjs');
  expect(names).not.toContain('vitest');
});
