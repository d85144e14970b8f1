/** A piece of HTML that was made here: nothing of it comes from outside unescaped. */
export interface Html {
  readonly html: string;
}

type Content = string | number | Html | readonly Html[];

/** HTML with what is put in: texts as the letters that they are, pieces as they stand. */
export const html = (pieces: TemplateStringsArray, ...given: readonly Content[]): Html => ({
  html: pieces.reduce((all, piece, i) => all + written(given[i - 1] ?? '') + piece),
});

function written(content: Content): string {
  if (typeof content === 'string' || typeof content === 'number') return escaped(String(content));
  return 'html' in content ? content.html : content.map((piece) => piece.html).join('\n');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (letter) => ENTITIES[letter] ?? '');

/** A table of plain texts, the first of each row its name. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): Html => html`<table>
${head.length > 0 ? html`<thead><tr>${head.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>` : ''}
<tbody>${rows.map(([name = '', ...cells]) => html`<tr><th scope="row">${name}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody>
</table>`;

export const section = (title: string, ...body: readonly Html[]): Html =>
  html`<section><h2>${title}</h2>${body}</section>`;
