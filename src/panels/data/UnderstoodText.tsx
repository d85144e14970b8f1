import { Trans, useTranslation } from 'react-i18next';
import type { DataNote } from '../../data/reading';
import type { Understood } from '../../protocol/data/file-preview';
import { formatCount, formatNumber } from '../../ui/format';
import styles from './PreviewCard.module.css';
import { sourceName } from './source-name';

/** In words: the format, the parts, the values, and what was done to them. */
export function UnderstoodText({ understood }: { readonly understood: Understood }) {
  const { t, i18n } = useTranslation();
  const { name, format, train, validation, test, official, range, notes } = understood;
  const count = (value: number) => formatCount(value, i18n.language);
  const number = (value: number) => formatNumber(value, i18n.language, Number.isInteger(value) ? 0 : 3);
  return (
    <>
      <h3 className={styles.name}>{sourceName(name, t)}</h3>
      <p className={styles.lead}>
        <Trans
          i18nKey="panels.data.preview.counts"
          values={{ train: count(train), validation: count(validation), test: count(test) }}
          components={{ b: <b /> }}
        />
      </p>
      <ul className={styles.facts}>
        <li>{t(`panels.data.preview.formats.${format}`)}</li>
        <li>{t(official ? 'panels.data.preview.official' : 'panels.data.preview.notOfficial')}</li>
        <li>{t('panels.data.preview.range', { least: number(range.least), most: number(range.most) })}</li>
        {notes.map((note) => (
          <li key={note.code}>
            <Note note={note} train={count(train + validation)} test={count(test)} />
          </li>
        ))}
      </ul>
    </>
  );
}

interface NoteProps {
  readonly note: DataNote;
  readonly train: string;
  readonly test: string;
}

function Note({ note: { code, found = '' }, train, test }: NoteProps) {
  const { t } = useTranslation();
  return t(`panels.data.preview.notes.${code}`, { found, train, test });
}
