import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { CHOICES_LIMITS, LESSON_LIMITS, type LessonAnswer } from '../../../model/lesson';
import { Button } from '../../../ui/Button';
import { NumberBox } from '../../../ui/NumberBox';
import { TextField } from '../../../ui/TextField';
import { Toolbar } from '../../../ui/Toolbar';
import styles from './LessonEditor.module.css';

interface AnswerFieldsProps<Answer extends LessonAnswer = LessonAnswer> {
  readonly answer: Answer;
  readonly onChange: (answer: LessonAnswer) => void;
}

/** What can be answered, and what is right; both may be left open but for the choices. */
export function AnswerFields({ answer, onChange }: AnswerFieldsProps) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.lessons.editor.answer' });
  switch (answer.kind) {
    case 'choice':
      return <Choices answer={answer} onChange={onChange} />;
    case 'number':
      return (
        <Toolbar align="end">
          <OptionalNumber
            label={t('rightNumber')}
            value={answer.right}
            onChange={(right) => onChange({ ...answer, right })}
          />
          <OptionalNumber
            label={t('within')}
            value={answer.within}
            onChange={(within) => onChange({ ...answer, within: Math.abs(within) })}
          />
        </Toolbar>
      );
    case 'text':
      return (
        <TextField
          label={t('rightWords')}
          value={answer.right ?? ''}
          most={LESSON_LIMITS.choice}
          onChange={(right) => onChange({ ...answer, right: right || undefined })}
        />
      );
    default:
      return answer satisfies never;
  }
}

interface OptionalNumberProps {
  readonly label: string;
  readonly value: number | undefined;
  readonly onChange: (value: number) => void;
}

const OptionalNumber = ({ value, ...props }: OptionalNumberProps) => (
  <NumberBox {...props} value={value ?? Number.NaN} isLabelShown whole={false} wide min={-1e9} max={1e9} />
);

function Choices({ answer, onChange }: AnswerFieldsProps<Extract<LessonAnswer, { kind: 'choice' }>>) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.lessons.editor.answer' });
  const name = useId();
  const { choices, right } = answer;
  const [fewest, most] = CHOICES_LIMITS;
  return (
    <>
      {choices.map((choice, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a choice is what stands at its place
        <div key={i} className={styles.choice}>
          <TextField
            label={t('choice', { number: i + 1 })}
            value={choice}
            most={LESSON_LIMITS.choice}
            onChange={(text) => onChange({ ...answer, choices: choices.with(i, text) })}
          />
          <label>
            <input
              type="radio"
              name={name}
              aria-label={t('rightNamed', { number: i + 1 })}
              checked={right === i}
              onChange={() => onChange({ ...answer, right: i })}
            />{' '}
            {t('right')}
          </label>
        </div>
      ))}
      <Toolbar>
        <Button
          isDisabled={choices.length >= most}
          onPress={() => onChange({ ...answer, choices: [...choices, ''] })}
        >
          {t('add')}
        </Button>
        <Button
          isDisabled={choices.length <= fewest}
          onPress={() => {
            const fewer = choices.slice(0, -1);
            onChange({ ...answer, choices: fewer, right: right === fewer.length ? undefined : right });
          }}
        >
          {t('remove')}
        </Button>
        <Button isDisabled={right === undefined} onPress={() => onChange({ ...answer, right: undefined })}>
          {t('noneRight')}
        </Button>
      </Toolbar>
    </>
  );
}
