import {
  type ClassNaming,
  characterNames,
  DIGIT_NAMES,
  FASHION_NAMES,
  numberNames,
} from '../../model/class-names';
import { CLASSES } from '../../model/network';
import type { Understood } from '../../protocol/data/file-preview';

/** Where the names of the classes come from; `own` are typed by the person. */
export type Naming = ClassNaming | 'own';

type Named = Pick<Understood, 'classes' | 'folderNames'>;

/** Those that suit so many classes. */
export function namingsOf({ classes, folderNames }: Named): readonly Naming[] {
  const usual: readonly Naming[] = classes > CLASSES ? ['numbers'] : ['digits', 'fashion'];
  return [
    ...usual,
    ...(characterNames(classes) ? (['letters'] as const) : []),
    ...(folderNames ? (['folders'] as const) : []),
    'own',
  ];
}

/** Names, of each class where nothing is wanting. */
export function namesOf(
  naming: Naming,
  { classes, folderNames }: Named,
  own: readonly string[],
): readonly string[] {
  switch (naming) {
    case 'digits':
      return DIGIT_NAMES;
    case 'numbers':
      return numberNames(classes);
    case 'letters':
      return characterNames(classes) ?? [];
    case 'fashion':
      return FASHION_NAMES;
    case 'folders':
      return folderNames ?? [];
    case 'own':
      return own;
    default:
      return naming satisfies never;
  }
}
