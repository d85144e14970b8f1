import type { TFunction } from 'i18next';
import { Trans, useTranslation } from 'react-i18next';
import type { Guess } from '../../data/understand/choices';
import { CLASSES } from '../../model/network';
import type { Understood } from '../../protocol/data/file-preview';
import { formatCount, formatSignificant } from '../../ui/format';
import styles from './PreviewCard.module.css';
import { inWords } from './problem-text';
import { sourceName } from './source-name';

/** In words: the format, the parts, and a sentence for each thing that was understood, done or left. */
export function UnderstoodText({ understood }: { readonly understood: Understood }) {
  const { t, i18n } = useTranslation();
  const { name, format, train, validation, test, official, guesses, notes, testOneIn, classes, sets } =
    understood;
  const count = (value: number) => formatCount(value, i18n.language);
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
      <Warnings understood={understood} />
      <ul className={styles.facts}>
        {sets && (
          <li>{t('panels.data.preview.sets', { taken: sets.taken, others: othersOf(sets).join(', ') })}</li>
        )}
        <li>{t(`panels.data.preview.formats.${format}`)}</li>
        <li>{t(official ? 'panels.data.preview.official' : 'panels.data.preview.notOfficial')}</li>
        {understood.areByShape && (
          <li>{t('panels.data.preview.byShape', { found: rolesText(understood, t) })}</li>
        )}
        {classes > CLASSES && <li>{t('panels.data.preview.classes', { classes })}</li>}
        {guesses.map((guess) => (
          <li key={guess.id}>{sentenceOf(guess, t, i18n.language)}</li>
        ))}
        {testOneIn !== undefined && (
          <li>
            {t('panels.data.preview.divided', { found: count(train + validation + test), oneIn: testOneIn })}
          </li>
        )}
        {notes.map(({ code, found = '', first = '' }) => (
          <li key={code}>
            {t(`panels.data.preview.notes.${code}`, { found, first: inWords(first, t, i18n.language) })}
          </li>
        ))}
      </ul>
    </>
  );
}

const othersOf = ({ names, taken }: NonNullable<Understood['sets']>) =>
  names.filter((name) => name !== taken);

/** What will not work as it should; above all else, since it may be why they are not to be used. */
function Warnings({ understood: { warnings } }: { readonly understood: Understood }) {
  const { t } = useTranslation();
  if (warnings.length === 0) return null;
  return (
    <ul className={styles.warnings}>
      {warnings.map(({ code, found, part = 'train' }) => (
        <li key={`${code} ${part}`}>
          {t(`panels.data.preview.warnings.${code}`, {
            found,
            part: t(`panels.data.preview.warningPart.${part}`),
          })}
        </li>
      ))}
    </ul>
  );
}

function sentenceOf({ id, value, because, found }: Guess, t: TFunction, language: string): string {
  const lying = (each: string) => t(`panels.data.preview.options.orientation.${each}` as never) as string;
  const how = id === 'orientation' ? lying(value) : '';
  const { train = '', test = '' } = found ?? {};
  const parts = because === 'orientation-mixed' && {
    trainHow: lying(train),
    testHow: lying(test),
  };
  const values = id === 'range' && {
    least: valueText(found?.least, language),
    most: valueText(found?.most, language),
  };
  return t(`panels.data.preview.because.${because}`, {
    ...{
      column: '',
      file: '',
      shape: '',
      least: '',
      most: '',
      train: '',
      test: '',
      size: '',
      trainHow: '',
      testHow: '',
    },
    ...found,
    how,
    ...parts,
    ...values,
  });
}

/** Whole numbers with all their figures, others with four. */
function valueText(value: string | undefined, language: string): string {
  const number = Number(value ?? 0);
  return Number.isInteger(number) ? formatCount(number, language) : formatSignificant(number, language, 4);
}

/** 'arr_0 (60, 28, 28): training images; …' */
const rolesText = ({ arrays }: Understood, t: TFunction): string =>
  arrays
    .map(
      ({ name, shape, role }) =>
        `${name} (${shape.join(', ')}): ${t(`panels.data.preview.options.role.${role}`).toLowerCase()}`,
    )
    .join('; ');
