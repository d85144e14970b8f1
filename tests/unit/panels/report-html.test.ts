import { describe, expect, it } from 'vitest';
import { curvesSvg } from '../../../src/panels/report/curves-svg';
import { html, table } from '../../../src/panels/report/html';
import { type ReportContent, reportHtml } from '../../../src/panels/report/report-html';

const WILD = '<img src=x onerror="alert(1)">\u202e&\'';
const counts = Array.from({ length: 100 }, (_, cell) => (cell % 11 === 0 ? 90 : cell === 49 ? 7 : 0));
const names = ['0', '1', '2', '3', WILD, '5', '6', '7', '8', '9'];
const svg = curvesSvg({
  ...{ label: 'Loss', epochs: 2, epoch: 'epoch', number: (value: number) => value.toFixed(2) },
  training: [
    [0.5, 2],
    [1, 1],
    [2, 0.5],
  ],
  validation: [
    [1, 0.9],
    [2, Number.NaN],
  ],
});
const CONTENT: ReportContent = {
  language: 'en',
  title: WILD,
  about: ['Made today.'],
  link: { text: 'Open', address: `https://lab/?net=c4k3-d10&x="${WILD}` },
  result: { title: 'Result', figure: '97.00 %', lines: ['95 % interval'] },
  configuration: { title: 'Configuration', rows: [['Learning rate', '0.01']] },
  layers: { title: 'Layers', head: ['Layer', 'Output'], rows: [['dense', '10']] },
  curves: [{ title: 'Loss', svg }],
  key: { training: 'Training', validation: 'Validation' },
  matrix: { title: 'Matrix', note: 'Rows', counts, names },
  scores: { title: 'Scores', head: ['Digit', 'Recall'], rows: [['4', '92.8']] },
  errors: { title: 'Errors', pictures: [{ address: 'data:image/png;base64,AA', text: '4 read as 9' }] },
  conclusions: { title: 'Conclusions', sentences: ['4 is read as 9.'] },
};

describe('the report', () => {
  const report = reportHtml(CONTENT);

  it('is one file: nothing is fetched, and nothing runs', () => {
    expect(report).toMatch(/^<!doctype html>/);
    expect(report).not.toMatch(/<script|<link|@import|url\(|\son\w+="/i);
    expect([...report.matchAll(/src="([^"]*)"/g)].map(([, address]) => address)).toEqual([
      'data:image/png;base64,AA',
    ]);
    expect(report).toContain("default-src 'none'; img-src data:; style-src 'unsafe-inline'");
  });

  it('shows what others wrote as the letters that it is', () => {
    expect(report).not.toContain('<img src=x');
    expect(report).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt;');
  });

  it('has all of its parts', () => {
    for (const part of [
      '97.00 %',
      '4 is read as 9.',
      '<polyline class="train"',
      'Learning rate',
      '92.8',
      '4 read as 9',
    ]) {
      expect(report).toContain(part);
    }
    expect(report.match(/<td style="--share:[^>]*>/g)).toHaveLength(100);
    expect(report).toMatch(/<td style="--share:0\.361">7<\/td>/);
    expect(report).toMatch(/data-right>90<\/td>/);
  });

  it('leaves out what there is none of', () => {
    const bare = reportHtml({
      ...CONTENT,
      ...{ result: undefined, matrix: undefined, scores: undefined, errors: undefined, curves: [] },
      conclusions: { title: 'Conclusions', sentences: [] },
    });
    for (const title of ['Matrix', 'Scores', 'Errors', 'Conclusions', '<svg', 'undefined']) {
      expect(bare).not.toContain(title);
    }
    expect(bare).toContain('Configuration');
  });
});

it('draws curves without the points that are no numbers', () => {
  expect(svg.html).not.toContain('NaN,');
  expect(svg.html).not.toMatch(/points="[^"]*NaN/);
  expect(svg.html.match(/<circle/g)).toHaveLength(1);
});

it('escapes in text and in attributes, and leaves pieces that it made', () => {
  expect(html`<p title="${'"'}">${'<b>'}${html`<i>${1}</i>`}</p>`.html).toBe(
    '<p title="&quot;">&lt;b&gt;<i>1</i></p>',
  );
  expect(table([], [['a', '<']]).html).toContain('<td>&lt;</td>');
});
