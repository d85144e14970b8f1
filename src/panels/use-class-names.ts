import { useTranslation } from 'react-i18next';
import { classNamesOf } from '../state/selectors';
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

/** Whether the classes are the digits 0 to 9, and not of other things. */
export const useAreDigits = (): boolean =>
  useLab((state) => classNamesOf(state).every((name, digit) => name === String(digit)));
