import type { Config, Data, Layout, PlotlyHTMLElement, PlotMouseEvent } from 'plotly.js-dist-min';
import type { Plotly } from './load-plotly';

/** What is drawn, at a size. */
interface PlotlyDrawing {
  readonly data: Data[];
  readonly layout: Partial<Layout>;
  readonly config: Partial<Config>;
  readonly onClick: (event: PlotMouseEvent) => void;
}

/** Plotly draws on when these are done, and counts them anew at each drawing. It does not document that: see below. */
type Waiting = PlotlyHTMLElement & { _promises?: Promise<unknown>[] };

const UNSEEN = { visible: false } as const;

/**
 * Draws a chart, or draws again what changed, in several tasks: what Plotly does in one holds a slow processor up for a
 * fifth of a second. An empty chart is set up in a task of its own; then Plotly works out each figure in one, and waits
 * for the next to draw it. Should a later Plotly not wait, it is drawn all the same.
 * @param stop - nothing is drawn any more; what is drawn already may be purged
 * @throws what Plotly throws, and the reason of `stop` once that is aborted
 */
export async function drawPlotly(
  plotly: Plotly,
  element: HTMLElement,
  drawing: PlotlyDrawing,
  stop: AbortSignal,
): Promise<void> {
  try {
    await drawInTasks(plotly, element, drawing, stop);
  } catch (error) {
    // A purged chart lacks what Plotly still looks for in it.
    stop.throwIfAborted();
    throw error;
  }
}

async function drawInTasks(
  plotly: Plotly,
  element: HTMLElement,
  { data, layout, config, onClick }: PlotlyDrawing,
  stop: AbortSignal,
): Promise<void> {
  if (!('on' in element)) {
    const { width, height, margin, font, paper_bgcolor, plot_bgcolor } = layout;
    const empty = { width, height, margin, font, paper_bgcolor, plot_bgcolor, xaxis: UNSEEN, yaxis: UNSEEN };
    await plotly.newPlot(element, [], empty as Layout, config);
    await nextTask(stop);
  }
  // Plotly has made the plain element one that has events. Where it sets the chart up anew, as for another language, it
  // forgets who listens, and remembers it in the end.
  const chart = element as Waiting;
  chart.removeAllListeners('plotly_beforeplot');
  chart.on('plotly_beforeplot', () => {
    chart._promises = [nextTask(stop)];
    return true;
  });
  await plotly.react(element, data, layout, config);
  chart.removeAllListeners('plotly_click');
  chart.on('plotly_click', onClick);
}

/** @throws the reason of `stop` where that is aborted by then */
const nextTask = (stop: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    setTimeout(() => (stop.aborted ? reject(stop.reason) : resolve()));
  });
