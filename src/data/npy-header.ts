/** The dictionary in front of the values of an npy file. */
interface NpyHeader {
  /** The type of a value, such as '<f4'; 'structured' for a list of fields. */
  readonly descr: string;
  readonly fortranOrder: boolean;
  readonly shape: readonly number[];
}

/** Strings without escapes, whole numbers (Python 2 wrote '60000L'), the two booleans and punctuation. */
const TOKEN = /\s*(?:'([^'\\]*)'|"([^"\\]*)"|(\d{1,16})L?|(True|False)|([{}()[\],:]))/y;

type Token =
  | { kind: 'text'; value: string }
  | { kind: 'number'; value: number }
  | { kind: 'boolean'; value: boolean }
  | { kind: 'sign'; value: string };

/**
 * Reads the header of an npy file: a Python dictionary with the keys 'descr', 'fortran_order' and 'shape', each once,
 * and nothing else. It is never evaluated. numpy.lib.format, https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
 * @returns undefined for anything else
 */
export function parseNpyHeader(text: string): NpyHeader | undefined {
  const tokens = tokensOf(text);
  if (!tokens) return undefined;
  const parser = new HeaderParser(tokens);
  const found = parser.dictionary();
  const { descr, fortran_order: fortranOrder, shape } = found ?? {};
  if (typeof descr !== 'string' || typeof fortranOrder !== 'boolean' || !Array.isArray(shape)) {
    return undefined;
  }
  return { descr, fortranOrder, shape };
}

function tokensOf(text: string): Token[] | undefined {
  const tokens: Token[] = [];
  const end = text.trimEnd().length;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < end) {
    const match = TOKEN.exec(text);
    if (!match) return undefined;
    const [, single, double, number, boolean, sign] = match;
    const quoted = single ?? double;
    if (quoted !== undefined) tokens.push({ kind: 'text', value: quoted });
    else if (number !== undefined) tokens.push({ kind: 'number', value: Number(number) });
    else if (boolean !== undefined) tokens.push({ kind: 'boolean', value: boolean === 'True' });
    else tokens.push({ kind: 'sign', value: sign ?? '' });
  }
  return tokens;
}

type Value = string | boolean | number[];
const KEYS = ['descr', 'fortran_order', 'shape'] as const;
type Found = Partial<Record<(typeof KEYS)[number], Value>>;

class HeaderParser {
  private at = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  dictionary(): Found | undefined {
    const found: Found = {};
    if (!this.takes('{')) return undefined;
    while (!this.takes('}')) {
      const token = this.next();
      const key = token?.kind === 'text' ? KEYS.find((name) => name === token.value) : undefined;
      if (!key || key in found || !this.takes(':')) return undefined;
      const value = this.value();
      if (value === undefined) return undefined;
      found[key] = value;
      if (!this.takes(',') && !this.sees('}')) return undefined;
    }
    return this.at === this.tokens.length ? found : undefined;
  }

  private value(): Value | undefined {
    if (this.takes('(')) return this.numbers();
    if (this.sees('[')) return this.skipList() ? 'structured' : undefined;
    const token = this.next();
    return token?.kind === 'text' || token?.kind === 'boolean' ? token.value : undefined;
  }

  private numbers(): number[] | undefined {
    const numbers: number[] = [];
    while (!this.takes(')')) {
      const token = this.next();
      if (token?.kind !== 'number' || !Number.isSafeInteger(token.value)) return undefined;
      numbers.push(token.value);
      if (!this.takes(',') && !this.sees(')')) return undefined;
    }
    return numbers;
  }

  /** A list of fields, which is told from other types but not taken. */
  private skipList(): boolean {
    let depth = 0;
    do {
      const token = this.next();
      if (!token) return false;
      if (token.kind === 'sign' && token.value === '[') depth++;
      if (token.kind === 'sign' && token.value === ']') depth--;
    } while (depth > 0);
    return true;
  }

  private next(): Token | undefined {
    return this.tokens[this.at++];
  }

  private sees(sign: string): boolean {
    const token = this.tokens[this.at];
    return token?.kind === 'sign' && token.value === sign;
  }

  private takes(sign: string): boolean {
    const seen = this.sees(sign);
    if (seen) this.at++;
    return seen;
  }
}
