/**
 * SHA-256 as 64 hexadecimal digits. `crypto.subtle` exists in secure contexts only; a page that a classroom opens by
 * plain http from another machine has none, and gets the (ten times slower) one in JavaScript.
 */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle;
  const digest = subtle
    ? new Uint8Array(await subtle.digest('SHA-256', bytes))
    : (await import('@noble/hashes/sha2.js')).sha256(bytes);
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
