import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useId,
  useMemo,
  useState,
} from 'react';

interface Row {
  /** The one that Tab comes to. */
  readonly current: string | undefined;
  readonly join: (word: string) => () => void;
  readonly choose: (word: string) => void;
}

const WordRowContext = createContext<Row | undefined>(undefined);

/** Words in it that are explained are one stop for Tab together: arrow keys go from one to the next. */
export function WordRow({ children }: { readonly children: ReactNode }) {
  const [words, setWords] = useState<readonly string[]>([]);
  const [chosen, choose] = useState<string>();
  const join = useCallback((word: string) => {
    setWords((before) => [...before, word]);
    return () => setWords((before) => before.filter((each) => each !== word));
  }, []);
  const current = chosen !== undefined && words.includes(chosen) ? chosen : words[0];
  const row = useMemo(() => ({ current, join, choose }), [current, join]);
  return <WordRowContext value={row}>{children}</WordRowContext>;
}

/** What the button of a word is given to take part in its row; nothing where there is none. */
export function useWordRow() {
  const row = useContext(WordRowContext);
  const id = useId();
  const join = row?.join;
  useEffect(() => join?.(id), [join, id]);
  if (!row) return {};
  return {
    tabIndex: row.current === id ? 0 : -1,
    'data-in-row': '',
    onFocus: () => row.choose(id),
    onKeyDown: ({ key, currentTarget }: { readonly key: string; readonly currentTarget: HTMLElement }) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
      if (step !== undefined) neighbour(currentTarget, step)?.focus();
    },
  };
}

function neighbour(word: HTMLElement, step: number): HTMLElement | undefined {
  const row = word.closest('thead, [role=toolbar]');
  const words = [...(row?.querySelectorAll<HTMLElement>('[data-in-row]') ?? [])];
  return words[words.indexOf(word) + step];
}
