import { useTranslation } from 'react-i18next';
import { tempered } from '../../metrics/temperature';
import { ranked } from '../../metrics/top';
import { temperatureOf } from '../../state/temperature';
import { formatShare } from '../../ui/format';
import { useClassNames } from '../use-class-names';
import { useLab } from '../use-lab';

/** The answer in a few words: what a step does to it is to be seen where the step is switched. */
export function ReadAs() {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.seen' });
  const answer = useLab((state) => state.answer);
  const temperature = useLab(temperatureOf) ?? 1;
  const names = useClassNames();
  if (answer.kind !== 'read') return null;
  const [first] = ranked(tempered(answer.probabilities, temperature));
  if (!first) return null;
  const probability = formatShare(first.probability, i18n.language);
  return t('readAs', { name: names[first.label], probability });
}
