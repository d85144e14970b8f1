import { expect, it } from 'vitest';
import { zipSizeFault } from '../../../src/model/zip-member';

const ARCHIVE = 10_000;
const member = {
  offset: 0,
  compressedSize: 900,
  uncompressedSize: 900,
  compressionMethod: 0,
  encrypted: false,
};

it.each([
  ['stored', {}],
  ['deflated a thousand times', { compressionMethod: 8, uncompressedSize: 900_000 }],
  ['encrypted, with twelve bytes more', { encrypted: true, compressedSize: 912 }],
  ['the last one', { offset: ARCHIVE - 930 }],
])('finds nothing wrong with a member that is %s', (_, changed) => {
  expect(zipSizeFault({ ...member, ...changed }, ARCHIVE)).toBeUndefined();
});

it.each([
  ['reaches beyond the end', { offset: ARCHIVE - 929 }, 'beyond the end'],
  ['begins in front of the file', { offset: -1 }, 'in front of the file'],
  ['is stored in fewer bytes than it has', { uncompressedSize: 901 }, '900 bytes can’t unpack to 901'],
  ['is a bomb that no DEFLATE is', { compressionMethod: 8, uncompressedSize: 2 ** 31 }, 'can’t unpack'],
  ['has bytes though it takes none', { compressionMethod: 8, compressedSize: 0 }, 'can’t unpack'],
])('finds out a member that %s', (_, changed, why) => {
  expect(zipSizeFault({ ...member, ...changed }, ARCHIVE)).toContain(why);
});
