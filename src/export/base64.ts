/** Characters that are put together at once: more than that is too many for the arguments of one call. */
const CHUNK = 0x8000;

/** Single precision, little end first. */
export function toBase64(values: Float32Array): string {
  const view = new DataView(new ArrayBuffer(values.byteLength));
  values.forEach((value, i) => {
    view.setFloat32(4 * i, value, true);
  });
  return bytesToBase64(new Uint8Array(view.buffer));
}

export function bytesToBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += CHUNK) {
    text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  }
  return btoa(text);
}

/** @returns undefined for what is no such text */
export function bytesOfBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}

/** @returns undefined for what is no list of numbers of single precision */
export function ofBase64(text: string): Float32Array | undefined {
  const bytes = bytesOfBase64(text);
  if (!bytes || bytes.length % 4 !== 0) return undefined;
  const view = new DataView(bytes.buffer);
  return Float32Array.from({ length: bytes.length / 4 }, (_, i) => view.getFloat32(4 * i, true));
}
