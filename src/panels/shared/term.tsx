import { type ComponentType, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fetchGlossary, type Glossary, type TermId } from '../../locales/glossary';
import type { SettingName } from '../../model/settings';
import { Word } from '../../ui/Word';
import type { WordCardProps } from '../../ui/WordCard';
import { SETTING_TERMS } from './term-tables';

export interface TermProps {
  readonly id: TermId;
  /** As the text around it calls it. */
  readonly children: string;
  /** Stands as a sign behind a control of that name, which a press would set. */
  readonly isMark?: boolean | undefined;
}

interface Fetched {
  readonly Card: ComponentType<WordCardProps>;
  /** Undefined where it could not be had. */
  readonly glossary: Glossary | undefined;
}

/** A word of the glossary where it stands. Card and glossary are fetched when it is asked for. */
export function Term({ id, children, isMark }: TermProps) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'terms' });
  const word = useRef<HTMLButtonElement>(null);
  const [fetched, setFetched] = useState<Fetched>();
  const ask = async () => {
    const [{ WordCard: Card }, glossary] = await Promise.all([
      import('../../ui/WordCard'),
      fetchGlossary(i18n.language).catch(() => undefined),
    ]);
    setFetched({ Card, glossary });
  };
  const question = t('ask', { name: children });
  const explained = fetched?.glossary?.[id];
  return (
    <>
      <Word
        ref={word}
        id={id}
        question={question}
        isOpen={fetched !== undefined}
        isMark={isMark}
        onAsk={() => void ask()}
      >
        {children}
      </Word>
      {fetched && (
        <fetched.Card trigger={word} label={question} onClose={() => setFetched(undefined)}>
          {explained ? (
            <>
              <h3>{explained.name}</h3>
              <p>{explained.what}</p>
              <p>{explained.does}</p>
              <p>
                <b>{t('try')}</b> {explained.try}
              </p>
            </>
          ) : (
            <p role="alert">{t('failed')}</p>
          )}
        </fetched.Card>
      )}
    </>
  );
}

/** Words that texts mark to be explained: `<loss>test loss</loss>`. No others: a class may be called '<b>1</b>'. */
const MARKS: readonly TermId[] = [
  ...([
    'accuracy',
    'batch-size',
    'bias',
    'confidence',
    'convolution',
    'epoch',
    'interval',
    'mcnemar',
  ] as const),
  ...([
    'parameter',
    'recall',
    'receptive-field',
    'seed',
    'standard-deviation',
    'test-images',
    'validation',
  ] as const),
];
const MARKED = new RegExp(`<(?<id>${MARKS.join('|')})>(?<word>[^<]*)</\\k<id>>`, 'g');

/** A text whose marked words are explained where they stand, whatever the order of words in a language. */
export function TermText({ children }: { readonly children: string }) {
  const parts: ReactNode[] = [];
  let end = 0;
  for (const { 0: marked, index, groups } of children.matchAll(MARKED)) {
    parts.push(
      children.slice(end, index),
      <Term key={index} id={groups?.id as TermId}>
        {groups?.word ?? ''}
      </Term>,
    );
    end = index + marked.length;
  }
  return [...parts, children.slice(end)];
}

/** For where nothing can be asked: the name of a table, a file. */
export const withoutMarks = (text: string): string => text.replace(MARKED, '$<word>');

/** The label of a setting, which is explained by its term. */
export function SettingTerm({ name }: { readonly name: Exclude<SettingName, 'network'> }) {
  const { t } = useTranslation();
  return <Term id={SETTING_TERMS[name]}>{t(`settings.${name}.label`)}</Term>;
}
