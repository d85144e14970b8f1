import { useTranslation } from 'react-i18next';
import { LONGEST_NAME } from '../../model/class-names';
import { SelectField } from '../../ui/SelectField';
import type { Naming } from './class-naming';
import styles from './PreviewCard.module.css';

interface ClassNamesFieldProps {
  readonly naming: Naming;
  readonly namings: readonly Naming[];
  /** Those that came with the data stand in a file, and not on folders. */
  readonly areInFile: boolean;
  /** Of each class. */
  readonly own: readonly string[];
  readonly onNaming: (naming: Naming) => void;
  readonly onOwn: (names: readonly string[]) => void;
}

/** What the classes are called. */
export function ClassNamesField({ naming, namings, areInFile, own, onNaming, onOwn }: ClassNamesFieldProps) {
  const { t } = useTranslation();
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
