import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type GivenAnswer, LESSON_LIMITS, type LessonQuestion } from '../../model/lesson';
import { Button } from '../../ui/Button';
import { NumberBox } from '../../ui/NumberBox';
import { TextField } from '../../ui/TextField';
import { useActions } from '../shared/use-lab';
import styles from './LessonBar.module.css';

interface QuestionFormProps {
  readonly question: LessonQuestion;
  readonly onAnswered: () => void;
}

/** The question with what it can be answered by. */
export function QuestionForm({ question, onAnswered }: QuestionFormProps) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.lessons.bar' });
  const [given, setGiven] = useState<GivenAnswer>();
  const { answerLesson } = useActions();
  const isEmpty = given === undefined || given === '';
  return (
    // The page leads here from results that are covered.
    <fieldset id="lesson-question" className={styles.question}>
      <legend dir="auto">{question.text}</legend>
      <AnswerField answer={question.answer} given={given} onGive={setGiven} />
      <div className={styles.pair}>
        <Button
          variant="primary"
          isDisabled={isEmpty}
          onPress={(press) => {
            if (isEmpty) return;
            // The form goes; the focus stays in the page's content.
            press.currentTarget.closest('main')?.focus({ preventScroll: true });
            answerLesson(given);
            onAnswered();
          }}
        >
          {t('answer')}
        </Button>
        {question.covers && <span className={styles.state}>{t('first')}</span>}
      </div>
    </fieldset>
  );
}

interface AnswerFieldProps {
  readonly answer: LessonQuestion['answer'];
  readonly given: GivenAnswer | undefined;
  readonly onGive: (given: GivenAnswer) => void;
}

function AnswerField({ answer, given, onGive }: AnswerFieldProps) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.lessons.bar' });
  const name = useId();
  switch (answer.kind) {
    case 'choice':
      return (
        <div className={styles.choices}>
          {answer.choices.map((choice, i) => (
            <label key={choice}>
              <input type="radio" name={name} checked={given === i} onChange={() => onGive(i)} />
              <span dir="auto">{choice}</span>
            </label>
          ))}
        </div>
      );
    case 'number':
      return (
        <NumberBox
          label={t('yourNumber')}
          isLabelShown
          whole={false}
          wide
          min={-1e9}
          max={1e9}
          value={typeof given === 'number' ? given : Number.NaN}
          onChange={onGive}
        />
      );
    case 'text':
      return (
        <TextField
          label={t('yourWords')}
          value={String(given ?? '')}
          most={LESSON_LIMITS.choice}
          onChange={onGive}
        />
      );
    default:
      return answer satisfies never;
  }
}
