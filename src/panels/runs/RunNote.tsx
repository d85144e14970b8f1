import { useTranslation } from 'react-i18next';
import { LONGEST_NOTE } from '../../state/history/history-slice';
import type { RunRecord } from '../../state/history/run-record';
import { KeptField } from '../../ui/KeptField';
import { useActions } from '../shared/use-lab';

/** A person's own words about a run. */
export function RunNote({ run: { id, number, note } }: { readonly run: RunRecord }) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.runs' });
  const { noteRun } = useActions();
  return (
    <KeptField
      label={t('noteNamed', { run: number })}
      placeholder={t('columns.note')}
      longest={LONGEST_NOTE}
      value={note}
      onKeep={(given) => noteRun(id, given)}
    />
  );
}
