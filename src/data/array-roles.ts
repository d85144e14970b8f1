type ArrayKind = 'images' | 'labels';

/** What an array is by its name. */
export interface ArrayRole {
  readonly kind: ArrayKind;
  /** Undefined where the name says neither. */
  readonly set: 'train' | 'test' | undefined;
}

const IMAGES = /^(x|imgs?|images?|data|pixels|features|pictures|digits)$/;
const LABELS = /^(y|labels?|targets?|classes)$/;
const TRAIN = /^(train(ing)?|trn|tr)$/;
const TEST = /^(test(ing)?|tst|ts|te|t10k)$/;

/**
 * Tells arrays by the words of their names: x_train, trainX, train_images, TestLabels, X, y, Xt, y_tst, training-targets …
 * @param mayHaveOthers - words that are none of these are passed over, as in the name of a file
 * @returns undefined for a name that says no kind, or two
 */
export function arrayRole(name: string, mayHaveOthers = false): ArrayRole | undefined {
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .flatMap(splitJoined);
  const has = (pattern: RegExp) => words.some((word) => pattern.test(word));
  const known = words.every((word) => [IMAGES, LABELS, TRAIN, TEST].some((pattern) => pattern.test(word)));
  const [images, labels, train, test] = [has(IMAGES), has(LABELS), has(TRAIN), has(TEST)];
  if (!(known || mayHaveOthers) || images === labels || (train && test)) return undefined;
  return { kind: images ? 'images' : 'labels', set: train ? 'train' : test ? 'test' : undefined };
}

/** 'xtrain' and 'testlabels' are two words. */
function splitJoined(word: string): string[] {
  const joined =
    /^(x|y|images|labels)(train|trn|tr|test|tst|ts|te)$/.exec(word) ??
    /^(train|test)(x|y|images|labels)$/.exec(word);
  // Xt and yt, beside X and y, are to test with.
  if (/^[xy]t$/.test(word)) return [word.slice(0, 1), 'test'];
  return joined ? joined.slice(1) : word === '' ? [] : [word];
}
