import i18next from 'i18next';
import { expect, it, vi } from 'vitest';
import { changeLanguage, fetchPanelTexts, startLanguages } from '../../../src/locales/i18n';
import { LANGUAGES } from '../../../src/locales/languages';

it('knows the language in use alone, and takes the panels’ texts along into another', async () => {
  await startLanguages('uk');
  expect(i18next.t('app.title')).toBe('Digit Lab');
  expect(i18next.t('run.train')).toBe('Навчити');
  expect(Object.keys(i18next.services.resourceStore.data)).toEqual(['uk']);
  await fetchPanelTexts();
  await changeLanguage('ru');
  expect(i18next.t('run.train')).toBe('Обучить');
  expect(i18next.exists('panels.library.explanation.room')).toBe(true);
  expect(Object.keys(i18next.services.resourceStore.data)).toEqual(['uk', 'ru']);
});

it('speaks the language that was chosen last, whichever comes first', async () => {
  await changeLanguage('en');
  const fetched = await LANGUAGES.ru.first();
  let arrive = () => {};
  const slow = new Promise<typeof fetched>((resolve) => {
    arrive = () => resolve(fetched);
  });
  vi.spyOn(LANGUAGES.ru, 'first').mockReturnValueOnce(slow);
  const first = changeLanguage('ru');
  await changeLanguage('uk');
  arrive();
  await first;
  expect(i18next.language).toBe('uk');
});

it('tells the browser its language', async () => {
  const page = { documentElement: { lang: '' } };
  vi.stubGlobal('document', page);
  await changeLanguage('ru');
  expect(page).toMatchObject({ documentElement: { lang: 'ru' } });
  await changeLanguage('en');
  expect(page).toMatchObject({ documentElement: { lang: 'en' } });
  vi.unstubAllGlobals();
});

it.each([
  ['ru', 1, '1 эпоха'],
  ['ru', 3, '3 эпохи'],
  ['ru', 11, '11 эпох'],
  ['ru', 21, '21 эпоха'],
  ['uk', 2, '2 епохи'],
  ['uk', 5, '5 епох'],
] as const)('in %s, %i takes its plural', async (language, count, said) => {
  await changeLanguage(language);
  const text = i18next.t('panels.inspector.history.epochsFinished', { count });
  expect(text).toContain(said.replace(/^\d+ /, ''));
  expect(text).toContain(String(count));
});

it('in English, a digit has its article, which begins a sentence with a capital', async () => {
  await changeLanguage('en');
  expect(i18next.t('classes.digit', { digit: 8 })).toBe('an 8');
  expect(i18next.t('classes.digit', { digit: 7 })).toBe('a 7');
  expect(i18next.t('panels.own-digits.chosen', { digit: 8, date: 'today' })).toBe('An 8, drawn today.');
});
