import { afterEach, describe, expect, it, vi } from 'vitest';
import { sha256 } from '../../../src/data/sha256';

/** FIPS 180-2, appendix B.1. */
const OF_ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
const abc = new TextEncoder().encode('abc') as Uint8Array<ArrayBuffer>;

describe('sha256', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('gives the known answer', async () => {
    expect(await sha256(abc)).toBe(OF_ABC);
  });

  it('gives it on a page without crypto.subtle too', async () => {
    vi.stubGlobal('crypto', {});
    expect(await sha256(abc)).toBe(OF_ABC);
  });
});
