import { useTranslation } from 'react-i18next';
import { keptInAll } from '../../state/history/kept-in-all';
import { formatNumber } from '../../ui/format';
import { Note } from '../../ui/Note';
import { useLab } from '../shared/use-lab';

const MEGABYTE = 1e6;

/** Of how many epochs the weights are kept, and of what they may take. */
export function KeptNote() {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.runs' });
  const runs = useLab((state) => state.runs);
  const keptEpochs = useLab((state) => state.keptEpochs);
  const { kept, epochs } = keptInAll(runs, keptEpochs);
  const megabytes = (bytes: number, digits: number) => formatNumber(bytes / MEGABYTE, i18n.language, digits);
  return (
    <Note>
      {t('kept', {
        kept,
        epochs,
        used: megabytes(keptEpochs.bytes, 1),
        budget: megabytes(keptEpochs.budgetBytes, 0),
      })}
    </Note>
  );
}
