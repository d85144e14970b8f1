import { inject } from 'vitest';
import { cdp } from 'vitest/browser';

declare module 'vitest' {
  interface ProvidedContext {
    readonly throttle: number;
  }
}

await cdp().send('Emulation.setCPUThrottlingRate', { rate: inject('throttle') });
