import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type GivenAnswer, isRight, type LessonQuestion } from '../../model/lesson';
import { progressOf } from '../../state/lessons/lesson-selectors';
import { Button } from '../../ui/Button';
import { formatSignificant } from '../../ui/format';
import { useLab } from '../shared/use-lab';
import styles from './LessonBar.module.css';
import { QuestionForm } from './QuestionForm';

interface QuestionProps {
  readonly question: LessonQuestion;
  /** Then it is said which answer was right, also of a question that was to be guessed about. */
  readonly isFinished: boolean;
}

/** The question of the lesson: to be answered once; one about what can be looked at, until the answer is right. */
export function Question({ question, isFinished }: QuestionProps) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.lessons.bar' });
  const answer = useLab((state) => progressOf(state).answer);
  const [isAsked, setAsked] = useState(answer === undefined);
  if (answer === undefined || isAsked) {
    return <QuestionForm question={question} onAnswered={() => setAsked(false)} />;
  }
  const right = isRight(question.answer, answer);
  const isSaid = right !== undefined && (isFinished || !question.covers);
  return (
    <div className={styles.question} role="status">
      <p dir="auto">{question.text}</p>
      <p>
        {t('answered')} <b dir="auto">{textOf(question.answer, answer)}</b>{' '}
        {isSaid && (right ? t('right') : t('wrong'))}
        {isSaid && !right && question.covers && (
          <>
            {' '}
            {t('correct')} <b dir="auto">{textOf(question.answer, question.answer.right ?? '')}</b>
          </>
        )}
      </p>
      {isSaid && !right && !question.covers && (
        <div>
          <Button onPress={() => setAsked(true)}>{t('again')}</Button>
        </div>
      )}
    </div>
  );

  function textOf(of: LessonQuestion['answer'], given: GivenAnswer): string {
    switch (of.kind) {
      case 'choice':
        return of.choices[Number(given)] ?? '';
      case 'number':
        return formatSignificant(Number(given), i18n.language, 6);
      case 'text':
        return String(given);
      default:
        return of satisfies never;
    }
  }
}
