import type { FoundFile } from './found-file.ts';

/** What a file holds of a data set, by the words of its name. */
export interface SetMember {
  /** What is left of the names of its folders and its own without these words: all of a set have it alike. */
  readonly set: readonly string[];
  readonly holds: 'images' | 'labels' | undefined;
  readonly part: 'train' | 'test' | 'validation' | undefined;
}

const IMAGES = /^(x|imgs?|images?|data|pixels|features|pictures)$/;
const LABELS = /^(y|labels?|targets?|classes|mapping)$/;
const PARTS = [
  ['train', /^(train(ing)?|trn|tr)$/],
  ['test', /^(test(ing)?|tst|ts|te|t10k)$/],
  ['validation', /^(val|valid|validation|dev)$/],
] as const;
/** Of formats, and what numpy calls an array without a name. */
const FORMAT = /^(idx\d|ubyte|gz|npy|npz|csv|tsv|zip|tar|tgz|txt|arr)$/;
/** Browsers and systems put it behind the name of what is there already. */
const COPY = / ?\(\d+\)/g;
/** Words that are two in one: 'xtrain', 'testlabels'. */
const JOINED = /^(x|y|images|labels)(train|trn|tr|test|tst|ts|te)$|^(train|test)(x|y|images|labels)$/i;

/** The set that a file belongs to, by where it lies and what it is called. */
export function setMember({ place: { file, field = '' } }: FoundFile): SetMember {
  let holds: SetMember['holds'];
  let part: SetMember['part'];
  const set: string[] = [];
  for (const name of `${file}/${field}`.split(/\/| › /)) {
    const rest: string[] = [];
    for (const word of wordsOf(name)) {
      const lower = word.toLowerCase();
      const ofPart = PARTS.find(([, pattern]) => pattern.test(lower))?.[0];
      if (ofPart) part = ofPart;
      else if (IMAGES.test(lower)) holds = 'images';
      else if (LABELS.test(lower)) holds = 'labels';
      else if (!FORMAT.test(lower)) rest.push(word);
    }
    if (rest.length > 0) set.push(rest.join('-'));
  }
  return { set, holds, part };
}

const wordsOf = (name: string): readonly string[] =>
  name
    .replace(COPY, '')
    .replace(/^arr_\d+/, '')
    .split(/[^\p{L}\p{N}]+/u)
    .flatMap(
      (word) =>
        JOINED.exec(word)?.slice(1).filter(Boolean) ?? word.replace(/([a-z])([A-Z])/g, '$1 $2').split(' '),
    )
    .filter((word) => word !== '');
