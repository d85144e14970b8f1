/**
 * What a stream gives, piece by piece; it is cancelled when the reader has seen enough. Not every browser's streams can
 * be iterated over.
 */
export async function* piecesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    // Not awaited: a source may take its time over being cancelled.
    void reader.cancel().catch(() => undefined);
  }
}

/** What pieces hold once they are unpacked, as it comes. @throws whatever the platform says of damaged bytes */
export function unpacked(packed: Blob, format: CompressionFormat): AsyncIterable<Uint8Array> {
  return piecesOf(packed.stream().pipeThrough(new DecompressionStream(format)));
}

/** At most the first `length` bytes. */
export async function startOf(pieces: AsyncIterable<Uint8Array>, length: number): Promise<Uint8Array> {
  const start = new Uint8Array(length);
  let at = 0;
  for await (const piece of pieces) {
    const part = piece.subarray(0, length - at);
    start.set(part, at);
    at += part.length;
    if (at === length) break;
  }
  return start.subarray(0, at);
}

/** All of it. @param most - reading stops, with `undefined`, as soon as there are more bytes than this */
export async function allOf(
  pieces: AsyncIterable<Uint8Array>,
  most: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const piece of pieces) {
    length += piece.length;
    if (length > most) return undefined;
    parts.push(piece);
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
