import { useTranslation } from 'react-i18next';
import { LONGEST_NAME } from '../../model/class-names';
import { SelectField } from '../../ui/SelectField';
import type { Naming } from './class-naming';
import styles from './PreviewCard.module.css';

interface ClassNamesFieldProps {
  readonly naming: Naming;
  /** The folders of the pictures have names that can be taken. */
  readonly hasFolders: boolean;
  /** These stand in a file that there is, and not on folders. */
  readonly areInFile: boolean;
  /** Ten. */
  readonly own: readonly string[];
  readonly onNaming: (naming: Naming) => void;
  readonly onOwn: (names: readonly string[]) => void;
}

/** What the ten classes are called. */
export function ClassNamesField({
  naming,
  hasFolders,
  areInFile,
  own,
  onNaming,
  onOwn,
}: ClassNamesFieldProps) {
  const { t } = useTranslation();
  const namings = (['digits', 'fashion', 'folders', 'own'] as const satisfies readonly Naming[]).filter(
    (each) => each !== 'folders' || hasFolders,
  );
  const labelOf = (each: Naming) =>
    t(
      each === 'folders' && areInFile
        ? 'panels.data.preview.namesInFile'
        : `panels.data.preview.naming.${each}`,
    );
  return (
    <div className={styles.naming}>
      <SelectField<Naming>
        label={t('panels.data.preview.classNames')}
        value={naming}
        options={namings.map((each) => ({ value: each, label: labelOf(each) }))}
        onChange={onNaming}
      />
      {naming === 'own' && (
        <div className={styles.names}>
          {own.map((name, label) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a class is its number
            <label key={label}>
              <span>{label}</span>
              <input
                value={name}
                maxLength={LONGEST_NAME}
                aria-label={t('panels.data.preview.nameOf', { label })}
                onChange={({ currentTarget }) => onOwn(own.with(label, currentTarget.value))}
              />
            </label>
          ))}
        </div>
      )}
    </div>
  );
}
