import { describe, expect, it } from 'vitest';
import type { DataProblem } from '../../../src/data/dataset';
import { pngOf } from '../../fixtures/make-png';
import { zipOf } from '../../fixtures/make-zip';
import { rawZip } from '../../fixtures/raw-zip';
import { given, read } from './given';
import { problemsOf } from './small-mnist';
import { MEMBERS, npz } from './small-npz';

const LONGEST = 121;
const PICTURE = pngOf(Uint8Array.from({ length: 784 }, (_, i) => i % 99));

/** A name, and what is shown of it. */
const NAMES = {
  'markup, which is text': ['<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
  'a mark that turns the direction of writing': ['\u202egnp.exe', '\ufffdgnp.exe'],
  'control characters': ['a\u0000b\u001b[2Jc', 'a\ufffdb\ufffd[2Jc'],
  'ten thousand characters': ['x'.repeat(10_000), `${'x'.repeat(120)}…`],
  'what a spreadsheet would take for a formula': ['=cmd|calc', '=cmd|calc'],
} as const satisfies Record<string, readonly [string, string]>;

const isPlain = (text: string) => !/[\p{Cc}\p{Cf}]/u.test(text);
const textsOf = ({ file, field = '', found = '' }: DataProblem) => [file, field, found];

describe.each(Object.entries(NAMES))('a name with %s', (_, [name, shown]) => {
  it('of a file that is refused', async () => {
    const [problem] = await problemsOf(() => read([given(`${name}.npz`, new Uint8Array(30))]));
    expect(problem?.file.startsWith(shown.slice(0, LONGEST - 1))).toBe(true);
  });

  it('of a member that is refused, and of those that are there instead', async () => {
    const member = { name: `x_train${name}.npy`, content: new Uint8Array(9), checksum: 1 };
    for (const zip of [rawZip([member]), rawZip([{ ...member, name: `x_train/${name}.npy` }])]) {
      for (const problem of await problemsOf(() => read([given('a.npz', zip)]))) {
        expect(textsOf(problem).every((text) => isPlain(text) && text.length <= 301)).toBe(true);
      }
    }
  });

  it('of a member that is left out, and of the archive', async () => {
    const zip = await npz({}, [`${name.slice(0, 9000)}.txt`, new Uint8Array(4)]);
    const { notes, dataset } = await read([given(`${name}.npz`, zip)]);
    expect(notes).toMatchObject([{ code: 'ignored' }]);
    expect(notes[0]?.found?.startsWith(shown.slice(0, 8))).toBe(true);
    for (const text of [notes[0]?.found ?? '', dataset.origin]) {
      expect(isPlain(text) && text.length <= LONGEST).toBe(true);
    }
  });

  it('of a folder that stands for a class', async () => {
    const files = Array.from({ length: 70 }, (_, i) =>
      given(`pets/${i % 2 ? name : 'cat'}/${i}.png`, PICTURE),
    );
    const { folderNames } = await read(files);
    expect(folderNames).toContain(shown.slice(0, 24));
  });
});

describe('names that are anybody’s', () => {
  it('that say where to write are only names', async () => {
    const zip = await zipOf(Object.entries(MEMBERS).map(([name, bytes]) => [`../../../etc/${name}`, bytes]));
    expect((await read([given('a.npz', zip)])).dataset.train.labels).toHaveLength(20);
  });

  it('that are many are told by the first few', async () => {
    const more = Array.from({ length: 30 }, (_, i) => given(`left${i}.npy`, MEMBERS['y_test.npy']));
    const files = Object.entries(MEMBERS).map(([name, bytes]) => given(name, bytes));
    const { notes } = await read([...files, ...more]);
    expect(notes).toEqual([{ code: 'ignored', found: 'left0, left1, left2, left3, left4 … (30)' }]);
  });
});
