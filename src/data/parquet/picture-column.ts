import { type DataPlace, refusal } from '../dataset.ts';
import type { FoundFile } from '../found-file.ts';
import { checkSize, LIMITS } from '../given-file.ts';
import type { ReadingContext } from '../reading.ts';
import type { Chunk } from './footer.ts';
import { refusing } from './malformed.ts';
import type { OpenParquet } from './open-parquet.ts';
import type { PicturePlan } from './plan-columns.ts';
import { readColumn } from './read-column.ts';
import type { Leaf } from './schema.ts';
import { decodeBytes } from './values.ts';

type Pictures = readonly (Uint8Array | undefined)[];

/** The pictures of a file, of which one group of rows lies in memory at a time: they are asked for one after the other. */
class PictureColumn {
  private group = -1;
  private pictures: Promise<Pictures> = Promise.resolve([]);

  constructor(
    readonly opened: OpenParquet<PicturePlan>,
    private readonly context: ReadingContext,
  ) {}

  /** @throws DataError bad-parquet, parquet-codec, unreadable */
  async at(group: number, row: number): Promise<Uint8Array | undefined> {
    if (group !== this.group) {
      this.group = group;
      this.pictures = this.read(group);
    }
    return (await this.pictures)[row];
  }

  private async read(group: number): Promise<Pictures> {
    const { file, source, footer, plan } = this.opened;
    const pictures: (Uint8Array | undefined)[] = [];
    const [leaf, chunk] = [footer.leaves[plan.pictures], footer.groups[group]?.chunks[plan.pictures]];
    const take = (picture: Uint8Array | undefined) => pictures.push(picture);
    await refusing(file.place, () =>
      readColumn(source, leaf as Leaf, chunk as Chunk, decodeBytes, take, this.context),
    );
    return pictures;
  }
}

/** A value of the column as the file that it is. */
class PictureInRow implements FoundFile {
  readonly isMember = true;

  /**
   * @param path - its number among all that are read
   * @param row - in its group @param number - in its file, from 1
   */
  constructor(
    readonly path: string,
    readonly size: number,
    private readonly column: PictureColumn,
    private readonly group: number,
    private readonly row: number,
    private readonly number: number,
  ) {}

  get name(): string {
    return this.path;
  }

  get place(): DataPlace {
    const { place } = this.column.opened.file;
    const row = `row ${this.number}`;
    return { ...place, field: place.field === undefined ? row : `${place.field} › ${row}` };
  }

  async read(): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = await this.column.at(this.group, this.row);
    if (!bytes) throw refusal('bad-picture', this.place);
    checkSize(bytes.length, LIMITS.picture, this.place);
    return new Uint8Array(bytes);
  }

  async *stream(): AsyncGenerator<Uint8Array> {
    yield await this.read();
  }
}

/** All pictures of a file. @param first - the number of its first one among all that are read */
export function picturesIn(
  opened: OpenParquet<PicturePlan>,
  first: number,
  context: ReadingContext,
): FoundFile[] {
  const column = new PictureColumn(opened, context);
  const { groups } = opened.footer;
  let number = 0;
  return groups.flatMap(({ rows, chunks }, group) => {
    // As declared, on average: what there really is, is seen when it is read.
    const size = (chunks[opened.plan.pictures] as Chunk).size / rows;
    return Array.from(
      { length: rows },
      (_, row) => new PictureInRow(`${first + number}`, size, column, group, row, ++number),
    );
  });
}
