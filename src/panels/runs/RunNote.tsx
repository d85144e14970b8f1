import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LONGEST_NOTE } from '../../state/history/history-slice';
import type { RunRecord } from '../../state/history/run-record';
import { useActions } from '../shared/use-lab';
import styles from './Runs.module.css';

/** A person's own words about a run: kept when the field is left, or at Enter. */
export function RunNote({ run: { id, number, note } }: { readonly run: RunRecord }) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.runs' });
  const { noteRun } = useActions();
  const [draft, setDraft] = useState<string>();
  const keep = () => {
    if (draft !== undefined && draft !== note) noteRun(id, draft);
    setDraft(undefined);
  };
  return (
    <input
      className={styles.note}
      aria-label={t('noteNamed', { run: number })}
      placeholder={t('columns.note')}
      maxLength={LONGEST_NOTE}
      value={draft ?? note}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep();
        if (event.key === 'Escape') setDraft(undefined);
      }}
    />
  );
}
