import { type DataPlace, refusal } from '../dataset.ts';
import { listOf } from '../found-file.ts';
import { planPictures } from '../picture-plan.ts';
import type { RawPictures } from '../raw-pictures.ts';
import type { DataNote, RawArrays, RawTables, Reading } from '../reading.ts';
import type { Adjustments, ArrayGuess, Guess } from './choices.ts';
import { type ImageStack, stackOfArray, stackOfPictures } from './image-stack.ts';
import { guessLayout, layoutOf } from './layout.ts';
import { labelsByName, type NamedLabels } from './named-labels.ts';
import { type RawLabels, rawLabelsOf } from './raw-labels.ts';
import { findRoles, type Pair } from './roles.ts';
import { arraysOfTable, guessLabelColumn } from './split-table.ts';

/** Images of one part with their labels, as they lie in the files. */
export interface RawSet {
  readonly stack: ImageStack;
  readonly labels: RawLabels;
  /** Of the images. */
  readonly place: DataPlace;
}

/** Arrays to validate with. */
const VALIDATION = /(^|[^a-z])(val|valid|validation|dev)([^a-z]|$)/i;

interface RawSets {
  readonly train: RawSet;
  readonly test: RawSet | undefined;
  readonly guesses: readonly Guess[];
  readonly arrays: readonly ArrayGuess[];
  /** The arrays had no names that say what they are. */
  readonly areByShape: boolean;
  readonly notes: readonly DataNote[];
  /** The names of the folders that stand for the classes, where they are not the digits. */
  readonly folderNames: readonly string[] | undefined;
}

/** Which images and labels there are. @throws DataError */
export function prepareSets({ raw, place }: Reading, adjustments: Adjustments): RawSets {
  switch (raw.kind) {
    case 'arrays':
      return ofArrays(raw, adjustments, []);
    case 'tables':
      return ofTables(raw, adjustments);
    case 'pictures':
      return ofPictures(raw, place);
    default:
      return raw satisfies never;
  }
}

function ofTables({ tables }: RawTables, adjustments: Adjustments): RawSets {
  const columns = guessLabelColumn(tables, adjustments.labelColumn);
  const arrays = tables.flatMap((table) => arraysOfTable(table, columns.get(table)?.value ?? 'none'));
  if (!arrays.some(({ named }) => named?.kind === 'labels')) {
    throw refusal('no-labels', (tables[0] as RawTables['tables'][number]).place);
  }
  // Tables without pixels say nothing by their column, and those without labels only where all lack them.
  const [shown] = [...columns.values()].filter(({ value }) => value !== 'none');
  return ofArrays({ kind: 'arrays', arrays, unread: [] }, adjustments, shown ? [shown] : []);
}

function ofArrays(
  { arrays, unread }: RawArrays,
  adjustments: Adjustments,
  before: readonly Guess[],
): RawSets {
  const areTables = before.length > 0;
  const { roles, train, test, by, wanting } = findRoles(arrays, unread, adjustments.roles, areTables);
  const layout = guessLayout(train.images, train.labels.shape[0], adjustments.layout);
  const named = labelsByName([train.labels, ...(test ? [test.labels] : [])]);
  const [first, second] = [setOf(train, named, adjustments), test && setOf(test, named, adjustments)];
  const notes: DataNote[] = [];
  const others = [...arrays.filter((_, i) => roles[i] === 'unused'), ...unread];
  const lonely = others.filter(({ named }) => areTables && named?.kind === 'images');
  if (lonely.length > 0) notes.push({ code: 'unlabelled', found: namesOf(lonely) });
  const validation = others.filter(({ name }) => VALIDATION.test(name));
  if (validation.length > 0) notes.push({ code: 'own-validation', found: namesOf(validation) });
  const rest = others.filter((each) => !lonely.includes(each) && !validation.includes(each));
  if (rest.length > 0) notes.push({ code: 'ignored', found: namesOf(rest) });
  if (wanting) notes.push({ code: `wants-${wanting}` });
  if (first.labels.isOneHot || second?.labels.isOneHot) notes.push({ code: 'one-hot' });
  return {
    train: first,
    test: second,
    guesses: [...before, ...(layout.options.length > 1 || layout.value !== 'first-axis' ? [layout] : [])],
    arrays: arrays.map(({ name, shape }, i) => ({ name, shape, role: roles[i] ?? 'unused' })),
    areByShape: by === 'shapes',
    notes,
    folderNames: named.classNames,
  };
}

const namesOf = (arrays: readonly { readonly name: string }[]) => listOf(arrays.map(({ name }) => name));

/** @throws DataError shape, dtype, label-range, count-mismatch */
function setOf({ images, labels: given }: Pair, named: NamedLabels, { layout }: Adjustments): RawSet {
  const labels = named.of(given) ?? rawLabelsOf(given);
  const { value } = guessLayout(images, labels.values.length, layout);
  const stack = stackOfArray(images, layoutOf(images, value, images.place));
  if (labels.values.length !== stack.count) {
    throw refusal('count-mismatch', labels.place, {
      found: `${labels.values.length}`,
      wanted: `${stack.count}`,
    });
  }
  return { stack, labels, place: images.place };
}

function ofPictures(raw: RawPictures, place: DataPlace): RawSets {
  const plan = raw.shown ?? planPictures(raw.paths);
  // It was asked before any picture was read; what is left of them says the same.
  if ('code' in plan) throw refusal(plan.code, place);
  const all = [...raw.paths.keys()];
  const part = (test: 0 | 1): RawSet => {
    const own = plan.isTest ? all.filter((picture) => plan.isTest?.[picture] === test) : all;
    const values = Int32Array.from(own, (picture) => plan.labels[picture] as number);
    return { stack: stackOfPictures(raw, own), labels: { values, isOneHot: false, place }, place };
  };
  return {
    train: part(0),
    test: plan.isTest && part(1),
    guesses: [],
    arrays: [],
    areByShape: false,
    notes: [],
    folderNames: plan.folderNames,
  };
}
