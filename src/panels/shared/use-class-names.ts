import { useTranslation } from 'react-i18next';
import { classNamesOf } from '../../state/data/data-selectors';
import { useLab } from './use-lab';

/** What the classes of the data in use are called, [10]: the digits, unless the data bring names of their own. */
export const useClassNames = (): readonly string[] => useLab(classNamesOf);

/** What one image of a class is called in a sentence: 'a 7', '“Ankle boot”'. */
export function useClassPhrase(): (digit: number) => string {
  const { t } = useTranslation('translation', { keyPrefix: 'classes' });
  const names = useClassNames();
  return (digit) => {
    const name = names[digit] ?? String(digit);
    return name === String(digit) ? t('digit', { digit }) : t('named', { name });
  };
}

type Wording = { readonly context?: 'named' };

const OF_DIGITS: Wording = {};
const OF_OTHERS: Wording = { context: 'named' };

/**
 * What chooses, where there are two, between the sentence about digits and the one about other things, whose key ends
 * in `_named`: given to `t` with the figures of the sentence.
 */
export function useClassWording(): Wording {
  const areDigits = useClassNames().every((name, digit) => name === String(digit));
  return areDigits ? OF_DIGITS : OF_OTHERS;
}
