import { useTranslation } from 'react-i18next';
import { LESSON_LIMITS, type LessonAnswer, type LessonQuestion } from '../../../model/lesson';
import { SelectField } from '../../../ui/SelectField';
import { TextField } from '../../../ui/TextField';
import { AnswerFields } from './AnswerFields';
import styles from './LessonEditor.module.css';
import { newAnswer } from './new-lesson';

interface QuestionFieldsProps {
  readonly question: LessonQuestion | undefined;
  readonly onChange: (question: LessonQuestion | undefined) => void;
}

const KINDS = ['none', 'choice', 'number', 'text'] as const;
type Kind = (typeof KINDS)[number];

/** The question of a lesson, if it has one, and how it is answered. */
export function QuestionFields({ question, onChange }: QuestionFieldsProps) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.lessons.editor' });
  const choose = (kind: Kind) =>
    onChange(
      kind === 'none'
        ? undefined
        : { text: question?.text ?? '', covers: question?.covers ?? true, answer: newAnswer(kind) },
    );
  return (
    <fieldset className={styles.group}>
      <legend>{t('question.legend')}</legend>
      <SelectField<Kind>
        label={t('question.kind')}
        value={question?.answer.kind ?? 'none'}
        options={KINDS.map((value) => ({ value, label: t(`question.kinds.${value}`) }))}
        onChange={choose}
      />
      {question && (
        <>
          <TextField
            label={t('question.text')}
            value={question.text}
            most={LESSON_LIMITS.question}
            rows={2}
            onChange={(text) => onChange({ ...question, text })}
          />
          <AnswerFields
            answer={question.answer}
            onChange={(answer: LessonAnswer) => onChange({ ...question, answer })}
          />
          <label className={styles.check}>
            <input
              type="checkbox"
              checked={question.covers}
              onChange={({ target }) => onChange({ ...question, covers: target.checked })}
            />
            {t('question.covers')}
          </label>
        </>
      )}
    </fieldset>
  );
}
