/** What keeps a word beyond the visit; undefined where the browser keeps nothing for this page. */
type Memory = Pick<Storage, 'getItem' | 'setItem'> | undefined;

/** Something that is told in one visit and never again. */
export interface ToldOnce {
  /** It was told in an earlier visit. */
  wasTold(): boolean;
  tell(): void;
}

/**
 * Where nothing can be kept, it is told in each visit.
 * @param memory - asked for only when needed: where storage is blocked, already its name throws
 */
export function toldOnce(key: string, memory: () => Memory): ToldOnce {
  const tried = <Answer>(ask: (memory: Memory) => Answer): Answer | undefined => {
    try {
      return ask(memory());
    } catch {
      return undefined;
    }
  };
  return {
    wasTold: () => tried((known) => known?.getItem(key)) === 'told',
    tell: () => tried((known) => known?.setItem(key, 'told')),
  };
}
