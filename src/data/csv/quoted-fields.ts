/**
 * The fields of a row, without the quotes around them. A separator in quotes parts nothing: one after which an odd number
 * of quotes follows, so that a single quote before it, as in 5", does no harm.
 */
export function quotedFields(row: string, separator: string): string[] {
  const fields: string[] = [];
  let isQuoted = false;
  let end = row.length;
  for (let at = row.length - 1; at >= 0; at--) {
    const character = row[at];
    if (character === '"') isQuoted = !isQuoted;
    else if (character === separator && !isQuoted) {
      fields.push(unquoted(row.slice(at + 1, end)));
      end = at;
    }
  }
  fields.push(unquoted(row.slice(0, end)));
  return fields.reverse();
}

const unquoted = (field: string): string => field.trim().replace(/^"(.*)"$/, '$1');
