import type { ConfusionCounts } from '../../metrics/confusion';
import { type Html, html, section, table } from './html';
import { STYLE } from './style';

/** All that a report says, in the words of the page. Without some of it the rest is said. */
export interface ReportContent {
  readonly language: string;
  readonly title: string;
  /** Under the title: when it was made, of which run. */
  readonly about: readonly string[];
  /** The address of the page with this configuration. */
  readonly link: { readonly text: string; readonly address: string };
  readonly result:
    | { readonly title: string; readonly figure: string; readonly lines: readonly string[] }
    | undefined;
  readonly configuration: { readonly title: string; readonly rows: readonly (readonly string[])[] };
  readonly layers: {
    readonly title: string;
    readonly head: readonly string[];
    readonly rows: readonly (readonly string[])[];
  };
  readonly curves: readonly { readonly title: string; readonly svg: Html }[];
  /** Of the two curves. */
  readonly key: { readonly training: string; readonly validation: string };
  readonly matrix:
    | {
        readonly title: string;
        readonly note: string;
        readonly counts: ConfusionCounts;
        readonly names: readonly string[];
      }
    | undefined;
  readonly scores:
    | {
        readonly title: string;
        readonly head: readonly string[];
        readonly rows: readonly (readonly string[])[];
      }
    | undefined;
  readonly errors:
    | {
        readonly title: string;
        readonly pictures: readonly { readonly address: string; readonly text: string }[];
      }
    | undefined;
  readonly conclusions: { readonly title: string; readonly sentences: readonly string[] };
}

/** The report as one file that needs nothing else: no scripts, pictures within, for screen and paper. */
export function reportHtml(content: ReportContent): string {
  const { language, title, about, link, result, configuration, layers, curves, matrix, scores, errors } =
    content;
  const body = [
    html`<h1>${title}</h1>`,
    ...about.map((line) => html`<p class="muted">${line}</p>`),
    html`<p><a href="${link.address}">${link.text}</a></p>`,
    ...(result
      ? [
          section(
            result.title,
            html`<p class="figure">${result.figure}</p>`,
            ...result.lines.map((line) => html`<p>${line}</p>`),
          ),
        ]
      : []),
    ...(content.conclusions.sentences.length > 0
      ? [
          section(
            content.conclusions.title,
            html`<ul>${content.conclusions.sentences.map((line) => html`<li>${line}</li>`)}</ul>`,
          ),
        ]
      : []),
    ...curves.map(({ title: name, svg }) =>
      section(
        name,
        html`<p class="key"><b class="t">${content.key.training}</b><b class="v">${content.key.validation}</b></p>`,
        svg,
      ),
    ),
    ...(matrix
      ? [
          section(
            matrix.title,
            html`<p class="muted">${matrix.note}</p>`,
            matrixTable(matrix.counts, matrix.names),
          ),
        ]
      : []),
    ...(scores ? [section(scores.title, table(scores.head, scores.rows))] : []),
    ...(errors && errors.pictures.length > 0
      ? [
          section(
            errors.title,
            html`<ul class="errors">${errors.pictures.map(({ address, text }) => html`<li><img src="${address}" alt="">${text}</li>`)}</ul>`,
          ),
        ]
      : []),
    section(configuration.title, table([], configuration.rows)),
    section(layers.title, table(layers.head, layers.rows)),
  ];
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<title>${title}</title>
${STYLE}
</head>
<body>
${body}
</body>
</html>
`.html;
}

/** True classes downwards, predicted ones across; each cell as strong as its share of the row. */
function matrixTable(counts: ConfusionCounts, names: readonly string[]): Html {
  const row = (truth: number) => counts.slice(names.length * truth, names.length * (truth + 1));
  const cell = (count: number, truth: number, predicted: number) => {
    const share =
      count /
      Math.max(
        1,
        row(truth).reduce((sum, each) => sum + each, 0),
      );
    // Errors are a few in a hundred: seen at five times their share.
    const strength = truth === predicted ? share : Math.min(1, 5 * share);
    return html`<td style="--share:${strength.toFixed(3)}"${truth === predicted ? html` data-right` : ''}>${count || ''}</td>`;
  };
  return html`<table class="matrix"><thead><tr><th></th>${names.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${names.map((name, truth) => html`<tr><th scope="row">${name}</th>${row(truth).map((count, predicted) => cell(count, truth, predicted))}</tr>`)}</tbody></table>`;
}
