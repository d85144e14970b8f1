import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { judgePair } from '../../state/lessons/goal-progress';
import { Button } from '../../ui/Button';
import { SelectField } from '../../ui/SelectField';
import { useClassNames } from '../shared/use-class-names';
import { useActions, useLabStore } from '../shared/use-lab';
import styles from './LessonBar.module.css';

/** Names two digits as those that are taken for each other most often. */
export function PairForm() {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.lessons.bar' });
  const names = useClassNames();
  const store = useLabStore();
  const { namePair } = useActions();
  const [pair, setPair] = useState<readonly [string, string]>(['', '']);
  const options = [
    { value: '', label: t('choose') },
    ...names.map((label, digit) => ({ value: String(digit), label })),
  ];
  const isWhole = pair.every((digit) => digit !== '') && pair[0] !== pair[1];
  const check = () => {
    const digits = [Number(pair[0]), Number(pair[1])] as const;
    const isRight = judgePair(store.getState(), digits);
    if (isRight !== undefined) namePair({ digits, isRight });
  };
  return (
    <div className={styles.pair}>
      <SelectField
        label={t('one')}
        value={pair[0]}
        options={options}
        onChange={(one) => setPair([one, pair[1]])}
      />
      <SelectField
        label={t('other')}
        value={pair[1]}
        options={options}
        onChange={(other) => setPair([pair[0], other])}
      />
      <Button isDisabled={!isWhole} onPress={check}>
        {t('check')}
      </Button>
    </div>
  );
}
