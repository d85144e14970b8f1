import { expect, test } from 'vitest';
import type { ExportContext } from '../../../src/export/format';
import { readArchive, writeArchive } from '../../../src/export/keras/archive';
import { keras } from '../../../src/export/keras/keras';
import { readBack } from '../../../src/export/keras/read-back';
import { NetworkFileError } from '../../../src/export/read/network-file-error';
import { zipped } from '../../../src/export/zip';
import { trained } from '../../fixtures/trained-networks';

const NETWORK = trained('c2k5-p4-d10');
const [file] = await keras.files(NETWORK, { name: 'a' } as ExportContext);
const whole = file?.content as Uint8Array<ArrayBuffer>;
const parts = { metadata: '{}', ...(await readArchive('a', whole)) };

test('a .keras file comes back as it was', async () => {
  expect((await readBack('a', whole)).network.weights).toEqual(NETWORK.weights);
});

test.each([
  ['whose configuration is no JSON', { ...parts, config: '<' }, 'damaged: a'],
  ['whose configuration has no layers', { ...parts, config: '{"config":{}}' }, 'damaged: a'],
  ['whose weights are no HDF5', { ...parts, weights: new Uint8Array(900) }, 'damaged: a'],
  ['whose weights are cut short', { ...parts, weights: parts.weights.slice(0, 2000) }, 'damaged: a'],
])('one %s is refused', async (_, changed, message) => {
  const reading = readBack('a', await writeArchive(changed));
  await expect(reading).rejects.toBeInstanceOf(NetworkFileError);
  await expect(reading).rejects.toThrow(message);
});

test('one without a configuration is refused', async () => {
  const bytes = await zipped([{ name: 'model.weights.h5', content: parts.weights }]);
  await expect(readBack('a', bytes)).rejects.toThrow('missing: a: config.json');
});
