import { afterEach, expect, it, vi } from 'vitest';
import { probeDevice } from '../../../../src/engine/backend/device-probe';

afterEach(() => vi.unstubAllGlobals());

it.each([
  [false, 'insecure'],
  [true, 'no-api'],
] as const)(
  'in a secure context or not (%s), a missing WebGPU has its own reason',
  async (isSecureContext, reason) => {
    vi.stubGlobal('navigator', {});
    vi.stubGlobal('isSecureContext', isSecureContext);
    expect(await probeDevice('webgpu')).toEqual({ usable: false, reason });
  },
);
