import { expect, test } from 'vitest';
import { openFiles } from '../../../src/export/open-files';
import { leastModel } from '../../fixtures/keras-model';
import { type RawMember, rawZip } from '../../fixtures/raw-zip';

const model = leastModel();
const json = new TextEncoder().encode(JSON.stringify(model.json));
const MEMBERS: RawMember[] = [
  { name: 'mine/', content: new Uint8Array(0) },
  { name: 'mine/model.json', content: json },
  { name: 'mine/weights.bin', content: model.bytes },
];
const open = (members: readonly RawMember[]) => openFiles([{ name: 'a.zip', bytes: rawZip(members) }]);
const readme: RawMember = { name: 'README', content: new Uint8Array(3) };

test('a network may lie in a folder of an archive, beside something else', async () => {
  expect(await open([...MEMBERS, readme])).toMatchObject({ kind: 'network', format: 'tfjs' });
});

test('an archive with a password is refused by member', async () => {
  const locked = MEMBERS.map((member) => ({ ...member, flags: 1 }));
  await expect(open(locked)).rejects.toThrow('unsupported: a.zip: mine/model.json: encrypted');
});

test('an archive of more files than a network has is refused', async () => {
  await expect(open(Array(101).fill(readme))).rejects.toThrow('too-large: a.zip: README');
});

test('an archive that would unpack to more than is taken is refused before anything is unpacked', async () => {
  const large = { name: 'weights.bin', content: new Uint8Array(0), method: 8 };
  const packed = new Uint8Array(200_000);
  const bomb = [1, 2].map((i) => ({ ...large, name: `${i}.bin`, packed, size: 2e8 }));
  await expect(open([...MEMBERS, ...bomb])).rejects.toThrow('too-large: a.zip: 2.bin');
});

test('files that are larger than what is taken are refused unread', async () => {
  const bytes = { length: 321e6 } as Uint8Array<ArrayBuffer>;
  await expect(openFiles([{ name: 'a.onnx', bytes }])).rejects.toThrow(
    'too-large: a.onnx: : 321000000 bytes',
  );
});
