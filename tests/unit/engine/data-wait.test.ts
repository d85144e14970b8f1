import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createEngine } from '../../../src/engine/engine';
import { DEFAULT_SETTINGS } from '../../../src/model/presets';
import { FakeStep } from './train-step/fake-step';

vi.mock('../../../src/engine/backend/backend', () => ({
  startBackend: async () => ({ backend: 'wasm', stepsDown: [], lost: new Promise(() => {}) }),
}));
vi.mock('../../../src/engine/train-step/choose-step', () => ({
  againstFast: () => undefined,
  workersFor: () => 2,
  chooseStep: async () => ({ kind: 'wasm', step: new FakeStep(), workers: 2 }),
}));

const BASE = 'http://lab/';
let asked: string[];
let answerPretrained: (response: Response) => void;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('navigator', { hardwareConcurrency: 2 });
  asked = [];
  const pretrained = new Promise<Response>((resolve) => {
    answerPretrained = resolve;
  });
  vi.stubGlobal('fetch', (address: string) => {
    asked.push(address.slice(BASE.length));
    return address.includes('pretrained') ? pretrained : new Promise(() => {});
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const isMnistAsked = () => asked.some((file) => file.includes('mnist'));

function open() {
  const engine = createEngine();
  void engine.begin(BASE, DEFAULT_SETTINGS);
  void engine.loadMnist(BASE, { style: 'realistic', noise: 0, blur: 0 });
}

it('asks for data when it is known whether a network came with the page', async () => {
  open();
  await vi.advanceTimersByTimeAsync(100);
  expect(isMnistAsked()).toBe(false);
  answerPretrained(new Response('', { status: 404 }));
  await vi.advanceTimersByTimeAsync(0);
  expect(isMnistAsked()).toBe(true);
});

it('does not wait long for a network whose host does not answer', async () => {
  open();
  await vi.advanceTimersByTimeAsync(2000);
  expect(isMnistAsked()).toBe(true);
});
