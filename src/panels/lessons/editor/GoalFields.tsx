import { useTranslation } from 'react-i18next';
import type { GoalKind, LessonGoal } from '../../../model/lesson';
import { NumberBox } from '../../../ui/NumberBox';
import { SelectField } from '../../../ui/SelectField';
import { Toolbar } from '../../../ui/Toolbar';
import styles from './LessonEditor.module.css';
import { LimitField } from './LimitField';
import { newGoal } from './new-lesson';

interface GoalFieldsProps {
  readonly goal: LessonGoal;
  readonly onChange: (goal: LessonGoal) => void;
}

const KINDS: readonly GoalKind[] = ['accuracy', 'confused', 'drawn', 'gap', 'edited'];

/** What the page is to check. */
export function GoalFields({ goal, onChange }: GoalFieldsProps) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.lessons.editor.goal' });
  return (
    <fieldset className={styles.group}>
      <legend>{t('legend')}</legend>
      <SelectField<GoalKind>
        label={t('kind')}
        value={goal.kind}
        options={KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        onChange={(kind) => onChange(newGoal(kind))}
      />
      <Figures goal={goal} onChange={onChange} />
    </fieldset>
  );
}

const SHOWN = { isLabelShown: true, wide: true, whole: false } as const;
const PERCENT = { ...SHOWN, min: 0, max: 100 } as const;

function Figures({ goal, onChange }: GoalFieldsProps) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.lessons.editor.goal' });
  const { t: tLab } = useTranslation();
  switch (goal.kind) {
    case 'accuracy':
      return (
        <>
          <Toolbar align="end">
            <SelectField<'validation' | 'test'>
              label={t('part')}
              value={goal.part}
              options={(['validation', 'test'] as const).map((value) => ({
                value,
                label: tLab(`parts.options.${value}`),
              }))}
              onChange={(part) => onChange({ ...goal, part })}
            />
            <NumberBox
              {...PERCENT}
              label={t('atLeast')}
              value={goal.atLeast}
              onChange={(atLeast) => onChange({ ...goal, atLeast })}
            />
          </Toolbar>
          <LimitField
            label={t('parameters')}
            value={goal.parameters}
            usual={5000}
            max={1e8}
            onChange={(parameters) => onChange({ ...goal, parameters })}
          />
          <LimitField
            label={t('epochs')}
            value={goal.epochs}
            usual={3}
            max={100}
            onChange={(epochs) => onChange({ ...goal, epochs })}
          />
        </>
      );
    case 'confused':
      return null;
    case 'drawn':
      return (
        <NumberBox
          label={t('digits')}
          isLabelShown
          min={1}
          max={100}
          value={goal.digits}
          onChange={(digits) => onChange({ ...goal, digits })}
        />
      );
    case 'gap':
      return (
        <Toolbar align="end">
          <NumberBox
            {...SHOWN}
            label={t('atMost')}
            min={-10}
            max={10}
            value={goal.atMost}
            onChange={(atMost) => onChange({ ...goal, atMost })}
          />
          <NumberBox
            {...PERCENT}
            label={t('atLeast')}
            value={goal.atLeast}
            onChange={(atLeast) => onChange({ ...goal, atLeast })}
          />
        </Toolbar>
      );
    case 'edited':
      return (
        <Toolbar align="end">
          <NumberBox
            {...SHOWN}
            label={t('points')}
            min={0.1}
            max={100}
            value={goal.points}
            onChange={(points) => onChange({ ...goal, points })}
          />
          <NumberBox
            label={t('edits')}
            isLabelShown
            min={1}
            max={20}
            value={goal.edits}
            onChange={(edits) => onChange({ ...goal, edits })}
          />
        </Toolbar>
      );
    default:
      return goal satisfies never;
  }
}
