import { useTranslation } from 'react-i18next';
import { rankedAnswer, temperatureOf } from '../../state/inspection/temperature';
import type { LabState } from '../../state/lab-state';
import { formatShare } from '../../ui/format';
import { useOutputNames } from '../shared/use-class-names';
import { useLab } from '../shared/use-lab';
import { useLabThrottled } from '../shared/use-lab-throttled';
import { isInking } from './is-inking';

/** The bars go first while the pen is down. */
const WHILE_INKING = {
  select: (state: LabState) => state.answer,
  canWait: isInking,
  every: 100,
} as const;

/** The answer in a few words: what a step does to it is to be seen where the step is switched. */
export function ReadAs() {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.preprocessing' });
  const answer = useLabThrottled(WHILE_INKING);
  const temperature = useLab(temperatureOf);
  const names = useOutputNames();
  const first = rankedAnswer(answer, temperature)?.[0];
  if (!first) return null;
  const probability = formatShare(first.probability, i18n.language);
  return t('readAs', { name: names[first.label], probability });
}
