import type { PbfReader } from 'pbf';

/** Wire type of what has a length. */
const WITH_LENGTH = 2;

/** A file that is not made of such fields. */
export class BadFields extends Error {}

/**
 * Reads the fields of one message. Fields that `read` leaves alone are passed over.
 * A length that reaches beyond the message is refused before anybody believes it: the library would read on past the
 * end of the file.
 * @throws BadFields
 */
export function readFields(pbf: PbfReader, end: number, read: (field: number) => void): void {
  for (let field = pbf.nextField(end); field !== 0; field = pbf.nextField(end)) {
    if (pbf.type === WITH_LENGTH) {
      const start = pbf.pos;
      const length = pbf.readVarint();
      if (!(length >= 0 && pbf.pos + length <= end)) throw new BadFields('a length beyond the end');
      pbf.pos = start;
    }
    read(field);
    if (pbf.pos > end) throw new BadFields('a field beyond the end');
  }
  if (pbf.pos !== end) throw new BadFields('fields that end elsewhere');
}

/** Those of a message within another one, whose length has been checked. */
export function readNested(pbf: PbfReader, read: (field: number) => void): void {
  if (pbf.type !== WITH_LENGTH) throw new BadFields('no message');
  const length = pbf.readVarint();
  readFields(pbf, pbf.pos + length, read);
}

/** @throws BadFields where the field is no such thing */
export function readText(pbf: PbfReader): string {
  if (pbf.type !== WITH_LENGTH) throw new BadFields('no text');
  return pbf.readString();
}

export function readWhole(pbf: PbfReader): number {
  if (pbf.type !== 0) throw new BadFields('no number');
  return pbf.readVarint(true);
}

/** One more of a list of numbers, or several at once. */
export function readWholes(pbf: PbfReader, into: number[]): void {
  if (pbf.type !== 0 && pbf.type !== WITH_LENGTH) throw new BadFields('no numbers');
  if (pbf.type === 0) into.push(pbf.readVarint(true));
  else pbf.readPackedVarint(into, true);
}
