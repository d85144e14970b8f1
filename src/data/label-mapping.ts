import { characterNames, DIGIT_NAMES } from '../model/class-names.ts';
import { CLASSES } from '../model/input.ts';
import type { FoundFile } from './found-file.ts';
import type { Choices } from './understand/choices.ts';

/** What each label stands for: a character. */
export type LabelMapping = ReadonlyMap<number, string>;

const NAME = /mapping[^/]*\.txt$/i;
const LARGEST = 2 ** 16;

/** A file that says what labels stand for, as EMNIST's sets have one each. */
export const isMapping = ({ name, size }: FoundFile): boolean => NAME.test(name) && size <= LARGEST;

/**
 * Lines of a label and the code of a character, or of two, the big letter and the small one: '1 65 97'.
 * @returns undefined where a line says something else
 */
export async function readMapping(file: FoundFile): Promise<LabelMapping | undefined> {
  const lines = new TextDecoder().decode(await file.read()).split('\n');
  const mapping = new Map<number, string>();
  for (const line of lines.filter((each) => each.trim() !== '')) {
    const [, label, code] = /^\s*(\d{1,3})\s+(\d{2,6})(\s+\d{2,6})?\s*$/.exec(line) ?? [];
    if (!(Number(code) <= 0x10ffff)) return undefined;
    mapping.set(Number(label), String.fromCodePoint(Number(code)));
  }
  return mapping;
}

/** Names of the classes by a mapping; undefined where these are the ones that so many classes have anyway. */
export function mappedNames(
  mapping: LabelMapping,
  labels: Choices['labels'],
  classes: number,
): readonly string[] | undefined {
  const first = labels === 'minus-one' ? 1 : 0;
  const names = Array.from({ length: classes }, (_, i) => mapping.get(i + first) ?? '');
  const usual = classes > CLASSES ? characterNames(classes) : DIGIT_NAMES;
  const isUsual = usual?.every((name, i) => names[i] === name) ?? false;
  return isUsual || names.every((name) => name === '') ? undefined : names;
}
