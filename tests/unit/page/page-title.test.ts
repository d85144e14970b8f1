import { beforeAll, expect, test } from 'vitest';
import { changeLanguage, startLanguages } from '../../../src/locales/i18n';
import { keepTitle } from '../../../src/page/page-title';
import type { RunPhase } from '../../../src/protocol/run';
import { fakeLab } from '../../fixtures/fake-lab';
import { smallWorld } from '../../fixtures/small-world';

beforeAll(() => startLanguages());

test('the tab says how far the run is, and how it ended, in the language of the page', async () => {
  const { store } = fakeLab(await smallWorld());
  const page = { title: '' };
  keepTitle(store, page);
  const at = (phase: RunPhase, done: number) => {
    const progress = { epoch: 1, epochs: 2, images: 8, done, seconds: 1 };
    store.setState(({ run }) => ({ run: { ...run, phase, progress } }));
    return page.title;
  };
  expect(page.title).toBe('Digit Lab – train a network to read digits');
  expect(at('running', 0.429)).toBe('42 % trained – Digit Lab');
  expect(at('testing', 0.999)).toBe('99 % trained – Digit Lab');
  expect(at('paused', 0.5)).toBe('Paused at 50 % – Digit Lab');
  await changeLanguage('uk');
  expect(page.title).toBe('Пауза на 50\u00a0% – Digit Lab');
  expect(at('finished', 1)).toBe('Навчання завершено – Digit Lab');
  expect(at('failed', 0.5)).toBe('Помилка навчання – Digit Lab');
  expect(at('stopped', 0.5)).toBe('Digit Lab – навчіть мережу читати цифри');
});
