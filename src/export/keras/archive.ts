import { NetworkFileError } from '../read/network-file-error';
import { unzipped, zipped } from '../zip';

/** What a `.keras` file holds. */
interface KerasArchive {
  readonly metadata: string;
  readonly config: string;
  readonly weights: Uint8Array<ArrayBuffer>;
}

const NAMES = { metadata: 'metadata.json', config: 'config.json', weights: 'model.weights.h5' } as const;

export const writeArchive = (archive: KerasArchive): Promise<Uint8Array<ArrayBuffer>> =>
  zipped(
    (['metadata', 'config', 'weights'] as const).map((part) => ({
      name: NAMES[part],
      content: archive[part],
    })),
  );

/** Its members are stored as they are: they are no larger than the file. @throws NetworkFileError where it is none */
export async function readArchive(
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Pick<KerasArchive, 'config' | 'weights'>> {
  const members = await unzipped({ name, bytes }, bytes.length);
  const find = (wanted: string) => {
    const member = members.find((one) => one.name === wanted);
    if (!member) throw new NetworkFileError('missing', name, wanted);
    return member.bytes;
  };
  return { config: new TextDecoder().decode(find(NAMES.config)), weights: find(NAMES.weights) };
}
