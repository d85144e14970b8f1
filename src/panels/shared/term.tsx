import { type ComponentType, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fetchGlossary, type Glossary, type TermId } from '../../locales/glossary';
import type { SettingName } from '../../model/settings';
import { Word } from '../../ui/Word';
import type { WordCardProps } from '../../ui/WordCard';
import { SETTING_TERMS } from './term-tables';

interface TermProps {
  readonly id: TermId;
  /** As the text around it calls it. */
  readonly children: string;
}

interface Fetched {
  readonly Card: ComponentType<WordCardProps>;
  /** Undefined where it could not be had. */
  readonly glossary: Glossary | undefined;
}

/** A word of the glossary where it stands. Card and glossary are fetched when it is asked for. */
export function Term({ id, children }: TermProps) {
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
      <Word ref={word} question={question} isOpen={fetched !== undefined} onAsk={() => void ask()}>
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

/** The label of a setting, which is explained by its term. */
export function SettingTerm({ name }: { readonly name: Exclude<SettingName, 'network'> }) {
  const { t } = useTranslation();
  return <Term id={SETTING_TERMS[name]}>{t(`settings.${name}.label`)}</Term>;
}
