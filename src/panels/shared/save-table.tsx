import { useTranslation } from 'react-i18next';
import { fileName } from '../../charts/save-picture';
import { csvOf } from '../../model/csv';
import styles from './save-table.module.css';
import { saveText } from './save-text';
import { tableRows } from './table-rows';

/** Saves the table in front of it, as it is shown, for a spreadsheet. */
export function SaveTable({ name }: { readonly name: string }) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'charts' });
  return (
    <button
      type="button"
      className={styles.save}
      aria-label={`${t('csv')}: ${name}`}
      onClick={({ currentTarget }) => {
        const before = currentTarget.previousElementSibling;
        const table = before instanceof HTMLTableElement ? before : before?.querySelector('table');
        if (!table) return;
        saveText(`${fileName(name)}.csv`, 'text/csv', csvOf(tableRows(table, i18n.language)));
      }}
    >
      {t('csv')}
    </button>
  );
}
