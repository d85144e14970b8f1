import { useTranslation } from 'react-i18next';
import { LESSON_LIMITS, type Lesson } from '../../../model/lesson';
import { Button } from '../../../ui/Button';
import { TextField } from '../../../ui/TextField';
import { Toolbar } from '../../../ui/Toolbar';
import { useActions, useLab } from '../../shared/use-lab';
import { ControlFields } from './ControlFields';
import { GoalFields } from './GoalFields';
import styles from './LessonEditor.module.css';
import { LessonLink } from './LessonLink';
import { newLesson } from './new-lesson';
import { PanelChoices } from './PanelChoices';
import { QuestionFields } from './QuestionFields';

/** Makes a lesson of the settings of now. What is written stays for the visit. */
export function LessonEditor() {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.lessons.editor' });
  const draft = useLab((state) => state.lessonDraft) ?? EMPTY;
  const { draftLesson } = useActions();
  const edit = (patch: Partial<Lesson>) => draftLesson({ ...draft, ...patch });
  return (
    <div className={styles.editor}>
      <p className={styles.note}>{t('configuration')}</p>
      <TextField
        label={t('title')}
        value={draft.title}
        most={LESSON_LIMITS.title}
        onChange={(title) => edit({ title })}
      />
      <TextField
        label={t('task')}
        value={draft.task}
        most={LESSON_LIMITS.task}
        rows={3}
        onChange={(task) => edit({ task })}
      />
      <QuestionFields question={draft.question} onChange={(question) => edit({ question })} />
      <GoalFields goal={draft.goal} onChange={(goal) => edit({ goal })} />
      <TextField
        label={t('explanation')}
        value={draft.explanation ?? ''}
        most={LESSON_LIMITS.explanation}
        rows={3}
        onChange={(explanation) => edit({ explanation: explanation || undefined })}
      />
      <ControlFields controls={draft.controls} onChange={(controls) => edit({ controls })} />
      <PanelChoices panels={draft.panels} onChange={(panels) => edit({ panels })} />
      <LessonLink draft={draft} />
      <Toolbar>
        <Button isDisabled={draft === EMPTY} onPress={() => draftLesson(undefined)}>
          {t('clear')}
        </Button>
      </Toolbar>
    </div>
  );
}

const EMPTY = newLesson();
