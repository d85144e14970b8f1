import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DIGIT_NAMES, tenNames } from '../../model/class-names';
import type { Understood } from '../../protocol/data/file-preview';
import { Button, type Press } from '../../ui/Button';
import { useActions } from '../shared/use-lab';
import { ClassCounts } from './ClassCounts';
import { ClassNamesField } from './ClassNamesField';
import { type Naming, namesOf } from './class-naming';
import styles from './PreviewCard.module.css';
import { Samples } from './Samples';
import { UnderstoodText } from './UnderstoodText';

interface UnderstoodViewProps {
  readonly understood: Understood;
  readonly onCancel: (press: Press) => void;
}

/** What the files hold, with the names of the classes to be chosen, and the question whether to use them. */
export function UnderstoodView({ understood, onCancel }: UnderstoodViewProps) {
  const { t } = useTranslation();
  const { usePreview: takeIntoUse } = useActions();
  const [naming, setNaming] = useState<Naming>(understood.naming);
  const [own, setOwn] = useState<readonly string[]>(namesOf(understood.naming, understood, DIGIT_NAMES));
  const names = namesOf(naming, understood, own);
  const use = (press: Press) => {
    press.currentTarget.closest('main')?.focus({ preventScroll: true });
    takeIntoUse(naming === 'digits' ? undefined : tenNames(names));
  };
  return (
    <>
      <UnderstoodText understood={understood} />
      <Samples samples={understood.samples} names={tenNames(names)} />
      {!understood.official && (
        <ClassNamesField
          naming={naming}
          hasFolders={understood.folderNames !== undefined}
          own={own}
          onNaming={(next) => {
            // Names that are typed begin as those that were in sight.
            if (next === 'own') setOwn(names);
            setNaming(next);
          }}
          onOwn={setOwn}
        />
      )}
      <ClassCounts counts={understood.classCounts} names={tenNames(names)} />
      <div className={styles.buttons}>
        <Button variant="primary" onPress={use}>
          {t('panels.data.preview.use')}
        </Button>
        <Button onPress={onCancel}>{t('panels.data.preview.cancel')}</Button>
      </div>
    </>
  );
}
