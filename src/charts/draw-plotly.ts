import type { Config, Data, Layout, PlotlyHTMLElement, PlotMouseEvent } from 'plotly.js-dist-min';
import type { Plotly } from './load-plotly';

/** What is drawn, at a size. */
interface PlotlyDrawing {
  readonly data: Data[];
  readonly layout: Partial<Layout>;
  /** The chart is set up anew for another one. */
  readonly config: Partial<Config>;
  readonly onClick: (event: PlotMouseEvent) => void;
}

/**
 * Between the steps of a drawing Plotly waits for all that is in `_promises`, and takes an empty list for none. It does
 * not document that: should a later one not wait, the chart is drawn all the same.
 */
type Waiting = PlotlyHTMLElement & { _promises?: unknown[] };

const UNSEEN = { visible: false } as const;

/** What each chart is set up with. */
const setUpWith = new WeakMap<HTMLElement, Partial<Config>>();

/**
 * Draws a chart, or draws again what changed, in several tasks: what Plotly does in one holds a slow processor up for a
 * fifth of a second. An empty chart is set up in a task of its own; then Plotly works out the figure in one, and has one
 * each for the frame, for axes and data, and for what is left.
 * @param stop - nothing is drawn any more; what is drawn already may be purged
 * @throws what Plotly throws, and the reason of `stop` once that is aborted
 */
export async function drawPlotly(
  plotly: Plotly,
  element: HTMLElement,
  drawing: PlotlyDrawing,
  stop: AbortSignal,
): Promise<void> {
  const over = new AbortController();
  const stopped = new Promise<never>((_, reject) => {
    stop.addEventListener('abort', () => reject(stop.reason), { signal: over.signal });
  });
  try {
    await Promise.race([stopped, drawInTasks(plotly, element, drawing, stop)]);
  } finally {
    over.abort();
  }
}

async function drawInTasks(
  plotly: Plotly,
  element: HTMLElement,
  { data, layout, config, onClick }: PlotlyDrawing,
  stop: AbortSignal,
): Promise<void> {
  if (setUpWith.get(element) !== config) {
    const { width, height, margin, font, paper_bgcolor, plot_bgcolor } = layout;
    const empty = { width, height, margin, font, paper_bgcolor, plot_bgcolor, xaxis: UNSEEN, yaxis: UNSEEN };
    await plotly.newPlot(element, [], empty as Layout, config);
    setUpWith.set(element, config);
    await nextTask(stop);
  }
  // Plotly has made the plain element one that has events.
  const chart = element as Waiting;
  chart.removeAllListeners('plotly_beforeplot');
  chart.on('plotly_beforeplot', () => {
    waitForTasks(chart, stop);
    return true;
  });
  // Without the configuration, which Plotly would compare each time with the one before: a tenth of its work.
  try {
    await plotly.react(element, data, layout);
  } finally {
    delete chart._promises;
  }
  chart.removeAllListeners('plotly_click');
  chart.on('plotly_click', onClick);
}

/** Has Plotly wait for a task of its own before each step that it would wait for something with. */
function waitForTasks(chart: Waiting, stop: AbortSignal): void {
  let promises: unknown[];
  const reset = () => {
    const known: unknown[] = [undefined];
    function* withTask() {
      yield* known.values();
      yield nextTask(stop);
    }
    promises = Object.assign(known, { [Symbol.iterator]: withTask });
  };
  reset();
  Object.defineProperty(chart, '_promises', { configurable: true, get: () => promises, set: reset });
}

/** Never comes once `stop` is aborted. */
const nextTask = (stop: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(() => {
      if (!stop.aborted) resolve();
    });
  });
