import { createInstance } from 'i18next';
import { describe, expect, it } from 'vitest';
import en from '../../../src/locales/en.json';
import { CHOICES } from '../../../src/model/settings';
import { hasFastStep } from '../../../src/panels/engine/fast-step';
import { stepReasonText } from '../../../src/panels/engine/step-reason';
import type { StepReason } from '../../../src/protocol/backend';

it('offers the fast step on WASM, and where Automatic may lead there', () => {
  expect(CHOICES.backend.options.filter(hasFastStep)).toEqual(['auto', 'webgpu', 'wasm']);
});

describe('stepReasonText', async () => {
  const i18n = createInstance();
  await i18n.init({ lng: 'en', resources: { en: { translation: en } } });
  const text = (reason: StepReason) => stepReasonText(reason, i18n.t, 'en');

  it('names the layer as people count and call it', () => {
    expect(text({ code: 'layer', layer: 1, type: 'avg-pool' })).toBe("Fast: can't do layer 2, average-pool.");
  });

  it('says how much memory it would need, and what to do', () => {
    expect(text({ code: 'memory', megabytes: 3210.4 })).toMatch(/3,210 MB.*smaller network/);
  });

  it.each<[StepReason, string]>([
    [{ code: 'chosen' }, 'you chose'],
    [{ code: 'backend' }, 'WASM and WebGPU only'],
    [{ code: 'no-simd' }, 'SIMD'],
    [{ code: 'failed', detail: 'no thread' }, 'no thread'],
  ])('has a sentence for %j', (reason, words) => {
    expect(text(reason)).toContain(words);
  });
});
