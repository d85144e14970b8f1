import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LESSON_KEY } from '../../../model/address';
import type { Lesson } from '../../../model/lesson';
import { LONGEST_CODE } from '../../../model/lesson-link';
import { Button } from '../../../ui/Button';
import { copyText } from '../../../ui/copy-text';
import { formatCount } from '../../../ui/format';
import { Note } from '../../../ui/Note';
import { Toolbar } from '../../../ui/Toolbar';
import { useActions, useLab } from '../../shared/use-lab';
import styles from './LessonEditor.module.css';
import { linkOf } from './link-of';

/** The address of the lesson that is being written, and the lesson itself, to try. */
export function LessonLink({ draft }: { readonly draft: Lesson }) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.lessons.editor.link' });
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const settings = useLab((state) => state.settings);
  const made = linkOf(draft, settings);
  const code = made.ok ? made.code : '';
  const [told, setTold] = useState<{ code: string; worked: boolean }>();
  const { openLesson } = useActions();
  const problem = made.ok
    ? undefined
    : made.missing.length > 0
      ? t('missing', { fields: made.missing.map((name) => t(`fields.${name}`)).join(', ') })
      : t('tooLong', {
          over: formatCount(made.over, i18n.language),
          most: formatCount(LONGEST_CODE, i18n.language),
        });
  const copy = async () => {
    const worked = await copyText(addressOf(code));
    if (!worked) field.current?.select();
    setTold({ code, worked });
  };
  return (
    <div className={styles.link}>
      <label htmlFor={id}>{t('label')}</label>
      <input
        id={id}
        ref={field}
        readOnly
        value={made.ok ? addressOf(code) : ''}
        aria-describedby={`${id}-note`}
        onFocus={({ target }) => target.select()}
      />
      <Toolbar>
        <Button isDisabled={!made.ok} aria-describedby={`${id}-note`} onPress={() => void copy()}>
          {t('copy')}
        </Button>
        <Button
          isDisabled={!made.ok}
          aria-describedby={`${id}-note`}
          onPress={(press) => {
            if (!made.ok) return;
            press.currentTarget.closest('main')?.focus();
            window.scrollTo({ top: 0 });
            openLesson({ lesson: made.lesson, code });
          }}
        >
          {t('preview')}
        </Button>
        <span role="status">{told?.code === code && made.ok && t(told.worked ? 'copied' : 'notCopied')}</span>
      </Toolbar>
      <Note id={`${id}-note`}>
        {problem ?? t('length', { count: formatCount(code.length, i18n.language) })}
      </Note>
    </div>
  );
}

const addressOf = (code: string) =>
  `${window.location.origin}${window.location.pathname}?${LESSON_KEY}=${code}`;
