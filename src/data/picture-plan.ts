import { CLASS_LIMITS } from '../model/input.ts';
import { numberOf } from './number-words.ts';

/** Where each picture belongs, by the names of its folders. */
interface PicturePlan {
  /** One a picture: the numbers of the folders, 0 to 61, or their places in the order of their names. */
  readonly labels: Uint8Array;
  /** 1 for a test image, one a picture; undefined where there are no folders for training and test. */
  readonly isTest: Uint8Array | undefined;
  /** Names of the folders in the order of their labels, where they are not numbers. */
  readonly folderNames: readonly string[] | undefined;
}

type PlanProblem =
  /** Nothing says what this picture shows. */
  | { readonly code: 'no-class'; readonly picture: number }
  | { readonly code: 'too-many-classes'; readonly names: readonly string[] };

const [, MOST_CLASSES] = CLASS_LIMITS;
const TEST = /^(test(ing)?|t10k)$/i;
/** Images to validate with are training images here: the lab holds out its own. */
const TRAIN = /^(train(ing)?|val(id(ation)?)?|dev)$/i;

/**
 * Pictures by class: `train/3/x.png`, `3/x.png`, `train/3_0001.png` or `3_0001.png`, below any folders that all share;
 * a folder that is a digit, or a word for one, counts wherever it is, as when each archive has a folder of its own around all.
 * @param paths - with '/' between folders
 */
export function planPictures(paths: readonly string[]): PicturePlan | PlanProblem {
  const folders = withoutShared(paths.map((path) => path.split('/').slice(0, -1)));
  const classes: string[] = [];
  const isTest = new Uint8Array(paths.length);
  for (const [picture, path] of paths.entries()) {
    const own = folders[picture] as string[];
    const name = own.find(isNumber) ?? own.find((folder) => !isPart(folder)) ?? digitBefore(path);
    if (name === undefined) return { code: 'no-class', picture };
    classes.push(name);
    isTest[picture] = own.some((folder) => TEST.test(folder)) ? 1 : 0;
  }
  const named = labelsOfNames(classes);
  if ('code' in named) return named;
  return { ...named, isTest: isTest.includes(1) && isTest.includes(0) ? isTest : undefined };
}

/** Labels by the names of classes, one an image: the numbers that they are, or else their places in the order of names. */
export function labelsOfNames(
  classes: readonly string[],
): Pick<PicturePlan, 'labels' | 'folderNames'> | (PlanProblem & { readonly code: 'too-many-classes' }) {
  const names = [...new Set(classes)].sort();
  if (names.length > MOST_CLASSES) return { code: 'too-many-classes', names };
  const numbers = names.map(classNumber);
  const areNumbers = !numbers.includes(undefined);
  const labelOf = new Map(names.map((name, i) => [name, (areNumbers ? numbers[i] : i) as number]));
  return {
    labels: Uint8Array.from(classes, (name) => labelOf.get(name) as number),
    folderNames: areNumbers ? undefined : names,
  };
}

const isPart = (folder: string) => TEST.test(folder) || TRAIN.test(folder);
const isNumber = (name: string) => numberOf(name) !== undefined;

/** The class that a folder is called by: beyond 10 by figures alone. */
function classNumber(name: string): number | undefined {
  const number = numberOf(name) ?? (/^\d{1,3}$/.test(name) ? Number(name) : undefined);
  return number !== undefined && number < MOST_CLASSES ? number : undefined;
}

/** '3_0001.png' shows a 3. */
const digitBefore = (path: string) => /(?:^|\/)(\d)[_-][^/]*$/.exec(path)?.[1];

/** Without the folders that all have at their beginning. */
function withoutShared(all: readonly (readonly string[])[]): (readonly string[])[] {
  const first = all[0] ?? [];
  let shared = 0;
  while (shared < first.length && all.every((folders) => folders[shared] === first[shared])) shared++;
  return all.map((folders) => folders.slice(shared));
}
