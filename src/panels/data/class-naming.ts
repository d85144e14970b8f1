import { type ClassNaming, DIGIT_NAMES, FASHION_NAMES } from '../../model/class-names';
import type { Understood } from '../../protocol/data/file-preview';

/** Where the names of the classes come from; `own` are typed by the person. */
export type Naming = ClassNaming | 'own';

/** Ten names. */
export function namesOf(
  naming: Naming,
  { folderNames }: Pick<Understood, 'folderNames'>,
  own: readonly string[],
): readonly string[] {
  switch (naming) {
    case 'digits':
      return DIGIT_NAMES;
    case 'fashion':
      return FASHION_NAMES;
    case 'folders':
      return folderNames ?? DIGIT_NAMES;
    case 'own':
      return own;
    default:
      return naming satisfies never;
  }
}
