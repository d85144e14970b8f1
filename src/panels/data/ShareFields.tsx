import { useTranslation } from 'react-i18next';
import type { Adjustments } from '../../data/understand/choices';
import type { Understood } from '../../protocol/data/file-preview';
import { formatCount, formatShare } from '../../ui/format';
import { Note } from '../../ui/Note';
import { SelectField } from '../../ui/SelectField';
import { useActions } from '../shared/use-lab';
import styles from './PreviewCard.module.css';

/** From a third to a twentieth. */
const ONE_IN = [3, 4, 5, 6, 7, 8, 10, 12, 15, 20] as const;

/** How many images are held out to validate with, and to test with where the files have no part for that; what comes of it. */
export function ShareFields({ understood }: { readonly understood: Understood }) {
  const { t, i18n } = useTranslation();
  const { adjustPreview } = useActions();
  const { train, validation, test, testOneIn, validationOneIn, adjustments, isBusy } = understood;
  const count = (value: number) => formatCount(value, i18n.language);
  const field = (id: 'testOneIn' | 'validationOneIn', oneIn: number, hint: string) => (
    <SelectField
      label={t(`panels.data.preview.rows.${id}`)}
      hint={hint}
      // While they are divided anew it is what was chosen, and stays open to change: the keyboard is at it.
      value={`${adjustments[id] ?? oneIn}`}
      options={ONE_IN.map((each) => ({
        value: `${each}`,
        label: t('panels.data.preview.oneIn', { each, share: formatShare(1 / each, i18n.language) }),
      }))}
      onChange={(chosen) => {
        const changes: Adjustments = { [id]: Number(chosen) };
        adjustPreview({ ...adjustments, ...changes });
      }}
    />
  );
  return (
    <div className={styles.rows}>
      {testOneIn !== undefined &&
        field(
          'testOneIn',
          testOneIn,
          t('panels.data.preview.ofAll', { found: count(train + validation + test) }),
        )}
      {field(
        'validationOneIn',
        validationOneIn,
        t('panels.data.preview.ofTraining', { found: count(train + validation) }),
      )}
      <Note role="status">
        {!isBusy &&
          t('panels.data.preview.outcome', {
            train: count(train),
            validation: count(validation),
            test: count(test),
          })}
      </Note>
    </div>
  );
}
