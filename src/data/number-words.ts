/** By number, in English, Russian and Ukrainian, where these differ. */
const WORDS: readonly (readonly string[])[] = [
  ['zero', 'ноль', 'нуль'],
  ['one', 'один'],
  ['two', 'два'],
  ['three', 'три'],
  ['four', 'четыре', 'чотири'],
  ['five', 'пять'],
  ['six', 'шесть', 'шість'],
  ['seven', 'семь', 'сім'],
  ['eight', 'восемь', 'вісім'],
  ['nine', 'девять'],
  ['ten', 'десять'],
];
/** What people put in front of the number. */
const PREFIX = /^(digit|class|label|number|цифра|класс|клас|число)[\s_-]*/;

/** The number that a folder is called by, 0 to 10: '7', '07', 'seven', 'сім', 'digit_7'; undefined for other names. */
export function numberOf(name: string): number | undefined {
  // Ukrainian writes an apostrophe, of which there are several, where Russian writes none: п’ять, дев’ять.
  const plain = name
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replace(/['’ʼ`_]ять$/, 'ять');
  const bare = plain.replace(PREFIX, '');
  const word = WORDS.findIndex((words) => words.includes(bare));
  if (word >= 0) return word;
  return /^0*(\d|10)$/.test(bare) ? Number(bare) : undefined;
}
