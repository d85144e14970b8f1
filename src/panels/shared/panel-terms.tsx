import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fetchGlossary, type Glossary, type TermId } from '../../locales/glossary';
import { WordRow } from '../../ui/word-row';
import styles from './panel-terms.module.css';
import { Term } from './term';
import { PANEL_TERMS } from './term-tables';

/** The words of the field that a panel speaks in, at the end of its 'What is this?'. */
export const PanelTerms = ({ panel }: { readonly panel: keyof typeof PANEL_TERMS }) => (
  <TermList terms={PANEL_TERMS[panel]} />
);

/** Their names are in the glossary, which is fetched once what the list stands in is opened. */
export function TermList({ terms }: { readonly terms: readonly TermId[] }) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'terms' });
  const list = useRef<HTMLDivElement>(null);
  const isInSight = useIsOpened(list);
  const glossary = useGlossary(isInSight, i18n.language);
  return (
    <div ref={list} className={styles.terms}>
      {glossary && (
        <>
          <span>{t('words')}</span>
          <div role="toolbar" aria-label={t('words')} className={styles.list}>
            <WordRow>
              {terms.map((id) => (
                <Term key={id} id={id}>
                  {glossary[id].name}
                </Term>
              ))}
            </WordRow>
          </div>
        </>
      )}
    </div>
  );
}

/** Nothing where it can't be had: the text above says the same at greater length. */
function useGlossary(isWanted: boolean, language: string): Glossary | undefined {
  const [glossary, setGlossary] = useState<Glossary>();
  useEffect(() => {
    if (!isWanted) return;
    let isShown = true;
    fetchGlossary(language).then(
      (fetched) => isShown && setGlossary(fetched),
      () => undefined,
    );
    return () => {
      isShown = false;
    };
  }, [isWanted, language]);
  return glossary;
}

/** Whether the `details` that it stands in has been opened; at once where there is none. */
function useIsOpened(element: { readonly current: HTMLElement | null }): boolean {
  const [isOpened, setOpened] = useState(false);
  useEffect(() => {
    const details = element.current?.closest('details');
    const look = () => {
      if (details?.open !== false) setOpened(true);
    };
    look();
    details?.addEventListener('toggle', look);
    return () => details?.removeEventListener('toggle', look);
  }, [element]);
  return isOpened;
}
