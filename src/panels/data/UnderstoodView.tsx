import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { numberNames, properNames } from '../../model/class-names';
import type { Understood } from '../../protocol/data/file-preview';
import { Button, type Press } from '../../ui/Button';
import { useActions } from '../shared/use-lab';
import { AdjustRows } from './AdjustRows';
import { ClassCounts } from './ClassCounts';
import { ClassNamesField } from './ClassNamesField';
import { type Naming, namesOf, namingsOf } from './class-naming';
import { DataProblems } from './DataProblems';
import styles from './PreviewCard.module.css';
import { Samples } from './Samples';
import { ShareFields } from './ShareFields';
import { UnderstoodText } from './UnderstoodText';

interface UnderstoodViewProps {
  readonly understood: Understood;
  readonly onCancel: (press: Press) => void;
}

/** What the files hold, with the names of the classes to be chosen, and the question whether to use them. */
export function UnderstoodView({ understood, onCancel }: UnderstoodViewProps) {
  const { t } = useTranslation();
  const { usePreview: takeIntoUse } = useActions();
  const [chosen, setNaming] = useState<Naming>();
  const namings = namingsOf(understood);
  // Labels that are understood in another way may be of another number of classes.
  const naming = chosen && namings.includes(chosen) ? chosen : understood.naming;
  const [own, setOwn] = useState<readonly string[]>([]);
  const { problems, isBusy = false } = understood;
  const names = properNames(namesOf(naming, understood, own), understood.classes);
  const use = (press: Press) => {
    press.currentTarget.closest('main')?.focus({ preventScroll: true });
    takeIntoUse(naming === 'digits' ? undefined : names);
  };
  return (
    <>
      <UnderstoodText understood={understood} />
      {problems && (
        <div role="alert">
          <p className={styles.bad}>{t('panels.data.preview.notLikeThat')}</p>
          <DataProblems problems={problems} open />
        </div>
      )}
      {(!understood.official || understood.sets) && <AdjustRows understood={understood} />}
      {!understood.official && <ShareFields understood={understood} />}
      <p role="status">{isBusy && t('panels.data.preview.busy')}</p>
      <Samples samples={understood.samples} names={names} />
      {!understood.official && (
        <ClassNamesField
          naming={naming}
          namings={namings}
          areInFile={understood.format !== 'pictures'}
          own={numberNames(understood.classes).map((number, i) => own[i] ?? number)}
          onNaming={(next) => {
            // Names that are typed begin as those that were in sight.
            if (next === 'own') setOwn(names);
            setNaming(next);
          }}
          onOwn={setOwn}
        />
      )}
      <ClassCounts counts={understood.classCounts} names={names} />
      <div className={styles.buttons}>
        <Button variant="primary" isDisabled={isBusy} onPress={use}>
          {t('panels.data.preview.use')}
        </Button>
        <Button onPress={onCancel}>{t('panels.data.preview.cancel')}</Button>
      </div>
    </>
  );
}
