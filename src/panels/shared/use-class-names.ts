import { useTranslation } from 'react-i18next';
import { areDigits } from '../../model/class-names';
import { classNamesOf } from '../../state/data/class-selectors';
import { outputNamesOf } from '../../state/network/output-names';
import { useLab } from './use-lab';

/** What the classes of the data in use are called: the digits, unless the data bring names of their own. */
export const useClassNames = (): readonly string[] => useLab(classNamesOf);

/** What the outputs of the network in use stand for; it may have been trained on data of other classes. */
export const useOutputNames = (): readonly string[] => useLab(outputNamesOf);

/** What one image of a class of the data is called in a sentence: 'a 7', '“Ankle boot”'. */
export const useClassPhrase = () => usePhrase(useClassNames());

/** The same of what the network reads. */
export const useOutputPhrase = () => usePhrase(useOutputNames());

function usePhrase(names: readonly string[]): (digit: number) => string {
  const { t } = useTranslation('translation', { keyPrefix: 'classes' });
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
export const useClassWording = (): Wording => wordingOf(useClassNames());

/** The same of what the network reads. */
export const useOutputWording = (): Wording => wordingOf(useOutputNames());

/** Whether the network reads digits, whatever the data are. */
export const useReadsDigits = (): boolean => useOutputWording() === OF_DIGITS;

const wordingOf = (names: readonly string[]) => (areDigits(names) ? OF_DIGITS : OF_OTHERS);
