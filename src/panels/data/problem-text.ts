import type { TFunction } from 'i18next';
import type { DataProblem } from '../../data/dataset';
import { formatCount } from '../../ui/format';
import { sourceName } from './source-name';

/** What was wrong, in a sentence of the language of the page, down to the words that readers of files have for it. */
export function problemText(problem: DataProblem, t: TFunction, language: string): string {
  const { code, file, source, found = '', wanted = '' } = problem;
  return t(`data.problems.${code}`, {
    file,
    source: sourceName(source, t),
    found: inWords(found, t, language),
    wanted: inWords(wanted, t, language),
  });
}

/** Forms of what a reader of files says, and how the page says it. */
const FORMS: readonly {
  readonly form: RegExp;
  readonly say: (
    t: TFunction,
    number: (digits: string | undefined) => string,
    said: RegExpExecArray,
  ) => string;
}[] = [
  { form: /^images$/, say: (t) => t('data.words.images') },
  { form: /^labels$/, say: (t) => t('data.words.labels') },
  {
    form: /^(\S+) \(label (\d+)\)$/,
    say: (t, number, [, label, position]) => t('data.words.labelAt', { label, position: number(position) }),
  },
  {
    form: /^“(.*)” \(row (\d+), column (\d+)\)$/,
    say: (t, number, [, text, row, column]) =>
      t(text === '' ? 'data.words.emptyCell' : 'data.words.cell', {
        text,
        row: number(row),
        column: number(column),
      }),
  },
  {
    form: /^(\d+) columns \(row (\d+)\)$/,
    say: (t, number, [, columns, row]) =>
      t('data.words.columnsAt', { columns: number(columns), row: number(row) }),
  },
  { form: /^it lies in another one$/, say: (t) => t('data.words.within') },
  {
    form: /^more than (\d+) bytes$/,
    say: (t, number, [, bytes]) => t('data.words.moreThan', { bytes: number(bytes) }),
  },
  { form: /^another checksum$/, say: (t) => t('data.words.checksum') },
  {
    form: /^it does not unpack to (\d+) bytes$/,
    say: (t, number, [, bytes]) => t('data.words.otherSize', { bytes: number(bytes) }),
  },
  { form: /^no header where it is said to be$/, say: (t) => t('data.words.noHeader') },
  {
    form: /^compression method (\d+)$/,
    say: (t, _, [, method]) => t('data.words.compression', { method }),
  },
  { form: /^\d{5,15}$/, say: (_, number, [digits]) => number(digits) },
];

/** Numbers of bytes are grouped; names, shapes and what a browser says stay as they are. */
export function inWords(text: string, t: TFunction, language: string): string {
  const number = (digits: string | undefined) => formatCount(Number(digits), language);
  for (const { form, say } of FORMS) {
    const said = form.exec(text);
    if (said) return say(t, number, said);
  }
  return text;
}
