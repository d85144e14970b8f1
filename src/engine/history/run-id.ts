import type { RunId } from '../../protocol/history';

/** Sixteen hexadecimal digits at random, of which no two visits will draw the same. */
export const newRunId = (): RunId =>
  Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
