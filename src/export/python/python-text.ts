type Plain = string | number | boolean | null | readonly Plain[] | { readonly [name: string]: Plain };

/** A value as Python writes it: lists are tuples, objects dictionaries. */
export function pythonOf(value: Plain): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  // JSON's strings and finite numbers are Python's too.
  if (typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) {
    return value.length === 1 ? `(${pythonOf(value[0])},)` : `(${value.map(pythonOf).join(', ')})`;
  }
  const entries = Object.entries(value).map(([name, one]) => `${JSON.stringify(name)}: ${pythonOf(one)}`);
  return `{${entries.join(', ')}}`;
}

/** A dictionary with a line for each entry. */
export function pythonTable(table: Readonly<Record<string, Plain>>): string {
  const lines = Object.entries(table).map(
    ([name, value]) => `    ${JSON.stringify(name)}: ${pythonOf(value)},\n`,
  );
  return `{\n${lines.join('')}}`;
}

/** Parts of a file, with the blank lines between them that Python's style asks for. */
export const pythonFile = (parts: readonly string[]): string =>
  `${parts.map((part) => part.trim()).join('\n\n\n')}\n`;
