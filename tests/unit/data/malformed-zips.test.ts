import { describe, expect, it } from 'vitest';
import { openFiles } from '../../../src/export/open-files';
import { leastModel } from '../../fixtures/keras-model';
import { npyArray } from '../../fixtures/make-npy';
import { MALFORMED_ZIPS } from '../../fixtures/malformed-zips';
import { type RawMember, rawZip, zip64End } from '../../fixtures/raw-zip';
import { problemsOf } from './small-mnist';
import { labelsOf, MEMBERS, pixels, readNpz } from './small-npz';

/** An npz whose images are small or large: zip.js unpacks large members, the lab's own reader small ones. */
const npzMembers = (images: number): [RawMember, ...RawMember[]] => [
  { name: 'x_train.npy', content: npyArray('|u1', [images, 28, 28], pixels(images)) },
  { name: 'y_train.npy', content: npyArray('|u1', [images], labelsOf(images)) },
  { name: 'x_test.npy', content: MEMBERS['x_test.npy'] },
  { name: 'y_test.npy', content: MEMBERS['y_test.npy'] },
];
const MODEL = leastModel();
const MODEL_MEMBERS: [RawMember, ...RawMember[]] = [
  { name: 'weights.bin', content: MODEL.bytes },
  { name: 'model.json', content: new TextEncoder().encode(JSON.stringify(MODEL.json)) },
];

/** Much faster than `toEqual` for so many. */
const areSame = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0;

/** What each is refused with: the whole archive or the member, and what is said of it. */
const REFUSALS: Readonly<Record<string, readonly [of: 'archive' | 'member', why: RegExp]>> = {
  'end of central directory record signature not found: not a zip file': [
    'archive',
    /End of central directory/,
  ],
  'end of central directory record signature not found: file is truncated': [
    'archive',
    /End of central directory/,
  ],
  'compressed/uncompressed size mismatch for stored file': ['member', /can’t unpack to 2147483647/],
  'file data overflows file bounds': ['member', /beyond the end of the file/],
  'invalid central directory file header signature': ['archive', /Central directory header/],
  'invalid code lengths set': ['member', /does not unpack to|Invalid CRC32/],
  'invalid local file header signature': ['member', /no header where|Local file header/],
  'invalid zip64 end of central directory record signature': ['archive', /Zip64/],
  'multi-disk zip files are not supported': ['archive', /Split zip file/],
  'not enough bytes in the stream': ['member', /does not unpack to|Invalid CRC32/],
  'strong encryption is not supported': ['member', /encrypted/],
  'too many bytes in the stream': ['member', /does not unpack to|Invalid uncompressed size/],
  'too many length or distance symbols': ['member', /does not unpack to|Invalid CRC32/],
  'unexpected EOF': ['member', /does not unpack to|Invalid CRC32/],
  'unsupported compression method': ['member', /compression method/i],
  'zip64 extended information extra field does not include compressed size': ['member', /beyond the end/],
  'zip64 extended information extra field does not include relative header offset': [
    'member',
    /beyond the end/,
  ],
  'zip64 extended information extra field does not include uncompressed size': ['member', /can’t unpack to/],
};

/** Harmless here, and why: they are read right. */
const HARMLESS: Readonly<Record<string, string>> = {
  'invalid comment length: extra bytes at the end of the file': 'the list is found all the same',
  'extra field length exceeds extra field buffer size': 'no extra field is used but that of zip64',
  'absolute path, C:/': 'nothing is written anywhere: names are only names',
  'absolute path, /': 'as above',
  'invalid relative path': 'as above',
  'invalid characters in fileName: a backslash': 'as above; it is taken for what stands between folders',
};

describe('the malformed zip files of yauzl’s suite', () => {
  it('are 24, each either refused or harmless', () => {
    const known = [...Object.keys(REFUSALS), ...Object.keys(HARMLESS)];
    expect(known.sort()).toEqual(Object.keys(MALFORMED_ZIPS).sort());
    expect(known).toHaveLength(24);
  });

  it('are made from archives that are sound otherwise, zip64 ones too', async () => {
    for (const images of [20, 400]) {
      const members = npzMembers(images);
      const { dataset } = await readNpz(rawZip(members));
      const { dataset: of64 } = await readNpz(rawZip(members, { zip64: zip64End() }));
      for (const { train } of [dataset, of64]) expect(areSame(train.images, pixels(images))).toBe(true);
    }
    expect(await openFiles([{ name: 'a.zip', bytes: rawZip(MODEL_MEMBERS) }])).toMatchObject({
      kind: 'network',
    });
  });

  for (const [name, [of, why]] of Object.entries(REFUSALS)) {
    it.each([20, 400])(`as data of %i images, refused with what is wrong: ${name}`, async (images) => {
      const [member, ...others] = npzMembers(images);
      const problems = await problemsOf(() => readNpz(makeZip(name, member, others)));
      expect(problems).toHaveLength(1);
      expect(problems[0]).toMatchObject({ file: 'mnist.npz' });
      expect(problems[0]?.field).toBe(of === 'member' ? member.name : undefined);
      expect(`${problems[0]?.code} ${problems[0]?.found}`).toMatch(why);
    });

    it(`as a network, refused with what is wrong: ${name}`, async () => {
      const [member, ...others] = MODEL_MEMBERS;
      const bytes = makeZip(name, member, others);
      await expect(openFiles([{ name: 'a.zip', bytes }])).rejects.toMatchObject({
        ...{ name: 'NetworkFileError', file: 'a.zip', reason: expect.stringMatching(why) },
        field: of === 'member' ? member.name : '',
      });
    });
  }

  for (const [name, because] of Object.entries(HARMLESS)) {
    it(`read right, since ${because}: ${name}`, async () => {
      for (const images of [20, 400]) {
        const [member, ...others] = npzMembers(images);
        const { train } = (await readNpz(makeZip(name, member, others))).dataset;
        expect(areSame(train.images, pixels(images))).toBe(true);
      }
      const [member, ...others] = MODEL_MEMBERS;
      const bytes = makeZip(name, member, others);
      expect(await openFiles([{ name: 'a.zip', bytes }])).toMatchObject({ kind: 'network' });
    });
  }
});

function makeZip(name: string, member: RawMember, others: readonly RawMember[]): Uint8Array<ArrayBuffer> {
  const make = MALFORMED_ZIPS[name];
  if (!make) throw new RangeError(`no such archive: ${name}`);
  return make(member, others);
}
