import { useTranslation } from 'react-i18next';
import { tempered } from '../../metrics/temperature';
import { temperatureOf } from '../../state/inspection/temperature';
import { formatNumber, formatShare } from '../../ui/format';
import { useLab } from '../shared/use-lab';

interface TemperedProps {
  /** What softmax makes of the logits as they are. */
  readonly probabilities: Float32Array;
  readonly output: number;
}

/** Why the answer beside the drawing has another percentage: it is calibrated, the network's own is not. */
export function Tempered({ probabilities, output }: TemperedProps) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.walk' });
  const isDrawing = useLab((state) => state.subject?.from === 'drawing');
  const temperature = useLab(temperatureOf);
  if (!isDrawing || temperature === undefined || temperature === 1) return null;
  const answer = tempered(probabilities, temperature, probabilities.length)[output] ?? 0;
  return (
    <p>
      {t('tempered', {
        temperature: formatNumber(temperature, i18n.language, 3),
        share: formatShare(answer, i18n.language),
      })}
    </p>
  );
}
