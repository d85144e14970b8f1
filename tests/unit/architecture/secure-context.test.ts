import { expect, it } from 'vitest';
import { modules, readSource, type Source } from './sources';

/**
 * What browsers have in secure contexts alone: not where a class room opens the page by http and a machine's name. Who
 * uses it must be ready to do without, which shows in the same file by this; undefined where nothing in the page uses it.
 */
const SECURE: readonly (readonly [used: RegExp, ready: RegExp | undefined])[] = [
  [/getCoalescedEvents/, /getCoalescedEvents\?\.\(/],
  [/navigator\.clipboard/, /Clipboard \| undefined/],
  [/crypto(\?)?\.subtle/, /SubtleCrypto \| undefined/],
  [/navigator\.locks/, /LockManager \| undefined/],
  [/navigator\??\.storage|\{ storage \}/, /storage\?\./],
  [/navigator\.gpu/, /GPU \| undefined/],
  [/\bcaches\./, /catch \{/],
  [/serviceWorker/, /'serviceWorker' in navigator|ServiceWorkerContainer \| undefined/],
  [/randomUUID|SharedArrayBuffer\(|deviceMemory|mediaDevices|wakeLock/, undefined],
  [/show(Open|Save|Directory)FilePicker|cookieStore|ImageDecoder|VideoDecoder/, undefined],
];

/** Called where `device-probe.ts` has found that there is a GPU, and nowhere else. */
const AFTER_PROBE = ['src/engine/backend/gpu-device.ts'];
/** Service workers run in secure contexts alone. */
const IN_SERVICE_WORKER = /^src\/page\/offline\/worker\//;

const unready = ({ file, text }: Source): string[] => {
  // What is said about it is no use of it.
  const code = text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  return SECURE.filter(([used, ready]) => used.test(code) && !ready?.test(code)).map(
    ([used]) => `${file}: ${used.source}`,
  );
};

it('what needs a secure context is used by those alone who can do without', () => {
  const sources = modules().filter(
    ({ file }) => file.startsWith('src/') && !AFTER_PROBE.includes(file) && !IN_SERVICE_WORKER.test(file),
  );
  expect(sources.flatMap(unready)).toEqual([]);
});

it('the check finds what is not ready', () => {
  const of = (text: string) => unready({ file: 'a.ts', text });
  expect(of('await navigator.clipboard.writeText(text);')).toHaveLength(1);
  expect(of('const id = crypto.randomUUID();')).toHaveLength(1);
  expect(of('// crypto.randomUUID is not there\nconst a = 1;')).toEqual([]);
  expect(of('event.getCoalescedEvents?.() ?? []')).toEqual([]);
  expect(unready(readSource(AFTER_PROBE[0] ?? ''))).toHaveLength(1);
});
