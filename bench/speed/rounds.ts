import { median } from './median';

/** One of those that are compared, ready to go. */
export interface Entrant {
  readonly name: string;
  /** Works for a while. Resolves to what it did a second. */
  turn(): Promise<number>;
}

/** What came of the rounds. */
export interface Rates {
  /** By name, one a round. */
  readonly rates: Map<string, number[]>;
  /** By name, why an entrant has no rates. */
  readonly failures: Map<string, string>;
}

/**
 * Lets all take turns, round after round, so that whatever slows the machine for a while slows all of them alike. Who
 * fails once is out, with the reason.
 * @param isOver - asked before each round but the first: whether there is no time for another
 */
export async function alternate(
  entrants: readonly Entrant[],
  rounds: number,
  say: (sentence: string) => void,
  isOver: () => boolean = () => false,
): Promise<Rates> {
  const rates = new Map<string, number[]>();
  const failures = new Map<string, string>();
  for (let round = 1; round <= rounds && (round === 1 || !isOver()); round++) {
    for (const { name, turn } of entrants.filter((entrant) => !failures.has(entrant.name))) {
      try {
        const rate = await turn();
        rates.set(name, [...(rates.get(name) ?? []), rate]);
        say(`round ${round} of ${rounds}: ${name} ${rate.toPrecision(4)}`);
      } catch (error) {
        rates.delete(name);
        failures.set(name, reasonOf(error));
        say(`round ${round} of ${rounds}: ${name} failed: ${reasonOf(error)}`);
      }
    }
  }
  return { rates, failures };
}

/** The first line of what an error says, without what Playwright puts in front of errors of the page. */
export function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const line = text.split('\n').find((part) => part.trim() !== '') ?? 'no reason given';
  return line.replace(/^(?:page\.\w+: )?(?:Error: )*/, '').slice(0, 160);
}

/** Of each entrant that went through all rounds. */
export function medians({ rates }: Pick<Rates, 'rates'>): Map<string, number> {
  return new Map([...rates].map(([name, values]) => [name, median(values)]));
}
