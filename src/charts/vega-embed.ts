import { changeset, parse, type Runtime, View } from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import { type Config, compile, type TopLevelSpec } from 'vega-lite';
import { type NumberLocale, numberLocale } from './number-locale';
import { type ChartTheme, readTheme } from './theme';

/** What tfjs-vis gives to vega-embed: its data are always rows. */
type Spec = TopLevelSpec & { readonly data: { readonly values: readonly object[] } };

interface Shown {
  /** The chart without its data, as JSON. */
  readonly look: string;
  readonly view: View;
}

const DATA = 'values';
const FONT_SIZE = 11.5;
const shown = new WeakMap<HTMLElement, Shown>();
const places = new WeakMap<HTMLElement, readonly number[]>();
const themes = new WeakMap<HTMLElement, ChartTheme>();
/** By look, so that a chart that comes again is not compiled again. Those of the last charts, oldest first. */
const runtimes = new Map<string, Runtime>();
const MOST_RUNTIMES = 12;

/**
 * Takes the place of the package vega-embed (an alias in vite.config.ts) for tfjs-vis, its only caller. That package
 * lets Vega make functions out of strings, which the page's policy forbids; here expressions are interpreted. Where
 * only the data have changed nothing else is made anew.
 */
export default async function embed(element: HTMLElement, { data, ...rest }: Spec) {
  const locale = numberLocale();
  const look = JSON.stringify({
    ...rest,
    ...('encoding' in rest && { encoding: asWritten(rest.encoding, locale) }),
    ...('layer' in rest && { layer: rest.layer.map(hiddenAtFirst) }),
    data: { name: DATA },
    config: { ...themed(themes.get(element) ?? readTheme(element)), locale: { number: locale } },
  });
  await withRows(viewIn(element, look), placed(data.values, places.get(element)))
    .resize()
    .runAsync();
  // tfjs-vis keeps this for ever and changes bars through it, in the middle of making a frame: that is long enough.
  const change = (_: string, { rows }: NewRows) => ({
    async runAsync() {
      await new Promise((resolve) => setTimeout(resolve));
      const { view } = shown.get(element) ?? {};
      if (view) await withRows(view, rows).resize().runAsync();
    },
  });
  return { view: { changeset: () => new NewRows(), change } };
}

/** What tfjs-vis asks a changeset for: all rows away, and these in their place. */
class NewRows {
  rows: readonly object[] = [];
  remove(): this {
    return this;
  }
  insert(rows: readonly object[]): this {
    this.rows = rows;
    return this;
  }
}

/**
 * Gives a chart its rows. Those that were there are changed in place: for new ones Vega would make anew all that it has
 * drawn for each, which takes a fifth of a redraw.
 */
function withRows(view: View, rows: readonly object[]): View {
  const before: readonly object[] = view.data(DATA) ?? [];
  const [first, was] = [rows[0], before[0]];
  if (!first || !was || !haveSameFields(first, was)) return view.data(DATA, [...rows]);
  const changes = changeset().remove(before.slice(rows.length)).insert(rows.slice(before.length));
  for (const [i, row] of before.slice(0, rows.length).entries()) {
    const now = rows[i] as object;
    for (const [field, value] of Object.entries(now)) {
      if (!Object.is(row[field as keyof object], value)) changes.modify(row, field, value);
    }
  }
  return view.change(DATA, changes);
}

const haveSameFields = (one: object, other: object): boolean =>
  Object.keys(one).join() === Object.keys(other).join();

/** Says in which colours an element is drawn from now on; else they are read at each drawing. */
export function dress(element: HTMLElement, theme: ChartTheme): void {
  themes.set(element, theme);
}

/** Says where the values of a line stand, the first one's place first: tfjs-vis knows only 1, 2, 3, … */
export function placeAlong(element: HTMLElement, at: readonly number[] | undefined): void {
  if (at) places.set(element, at);
  else places.delete(element);
}

function placed(rows: readonly object[], at: readonly number[] | undefined): object[] {
  if (!at) return [...rows];
  return rows.map((row) => ('x' in row ? { ...row, x: at[Number(row.x) - 1] ?? 0 } : row));
}

/** Frees what was drawn into an element. tfjs-vis holds on to the element for ever: it is left empty. */
export function release(element: HTMLElement): void {
  shown.get(element)?.view.finalize();
  shown.delete(element);
  element.replaceChildren();
}

function runtimeOf(look: string): Runtime {
  const runtime = runtimes.get(look) ?? parse(compile(JSON.parse(look)).spec, {}, { ast: true });
  runtimes.delete(look);
  runtimes.set(look, runtime);
  for (const oldest of [...runtimes.keys()].slice(0, -MOST_RUNTIMES)) runtimes.delete(oldest);
  return runtime;
}

function viewIn(element: HTMLElement, look: string): View {
  const before = shown.get(element);
  if (before?.look === look) return before.view;
  before?.view.finalize();
  const view = new View(runtimeOf(look), {
    expr: expressionInterpreter,
    renderer: 'svg',
    container: element,
  });
  // The picture around it has a name and a summary; Vega names its marks even where it is told not to.
  element.setAttribute('aria-hidden', 'true');
  shown.set(element, { look, view });
  return view;
}

/**
 * tfjs-vis hides its rules by 'not selected', written for Vega-Lite 4, where that held while nothing was selected at
 * all. Later versions have to be told.
 */
function hiddenAtFirst(layer: object): object {
  if (!('selection' in layer)) return layer;
  const selections = Object.entries(layer.selection as Record<string, object>);
  const selection = selections.map(([name, selected]) => [name, { ...selected, empty: 'none' }]);
  return { ...layer, selection: Object.fromEntries(selection) };
}

/** Vega writes numbers by the locale, but those that name bars as programs do. */
function asWritten(encoding: object | undefined, { decimal, minus }: NumberLocale): object | undefined {
  const x = encoding && 'x' in encoding ? (encoding.x as { type?: string; axis?: object | null }) : undefined;
  if (x?.type !== 'ordinal') return encoding;
  const axis = { ...x.axis, labelExpr: `replace(replace(datum.label, '-', '${minus}'), '.', '${decimal}')` };
  return { ...encoding, x: { ...x, axis } };
}

function themed({ muted, text, line, font }: ChartTheme): Config {
  return {
    background: 'transparent',
    font,
    numberFormat: '.4~r',
    aria: false,
    view: { stroke: null },
    axis: {
      labelColor: muted,
      titleColor: muted,
      gridColor: line,
      domainColor: line,
      tickColor: line,
      labelFontSize: FONT_SIZE,
      titleFontSize: FONT_SIZE,
      titleFontWeight: 'normal',
      labelOverlap: 'greedy',
    },
    // Vega takes labels for told apart that touch.
    axisX: { grid: false, tickMinStep: 1, labelSeparation: 14 },
    axisBand: { labelAngle: 0 },
    legend: { orient: 'top', labelColor: text, labelFontSize: FONT_SIZE },
  };
}
