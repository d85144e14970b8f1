import type { Config, Layout, PlotlyHTMLElement, PlotMouseEvent } from 'plotly.js-dist-min';
import { ChartQueue } from './chart-queue';
import type { DrawFigure } from './figure';
import { loadPlotly, type Plotly } from './load-plotly';
import { type ChartTheme, readTheme } from './theme';

/** `waiting` until the first drawing, `failed` when Plotly can't be loaded. */
export type ChartStatus = 'waiting' | 'drawn' | 'failed';

/** Where a chart was clicked, in the units of its axes. */
export interface ChartPoint {
  readonly x: number;
  readonly y: number;
}

const REDRAW_INTERVAL_MS = 500;
/** A chart is got ready a screen before it is scrolled to. */
const NEAR = '1000px 0px';
const CONFIG: Partial<Config> = { displayModeBar: false, responsive: false, doubleClick: false };

const queue = new ChartQueue(
  {
    now: () => performance.now(),
    after(delay, task) {
      const timer = setTimeout(task, delay);
      return () => clearTimeout(timer);
    },
  },
  REDRAW_INTERVAL_MS,
);

/** Charts that wait for a retry: what one of them needs, all need. */
const failed = new Set<ChartView>();

/**
 * One Plotly chart in one element: loads Plotly when the element first comes into sight, redraws in turn with the other
 * charts, and only while in sight; follows the element's size and the system's colour scheme.
 */
export class ChartView {
  private plotly: Plotly | undefined;
  private figure: DrawFigure | undefined;
  private theme: ChartTheme | undefined;
  private inSight = false;
  private isDrawn = false;
  private readonly stop = new AbortController();

  constructor(
    private readonly element: HTMLElement,
    private readonly onStatus: (status: ChartStatus) => void,
    private readonly onPoint: (point: ChartPoint) => void,
  ) {
    const sight = new IntersectionObserver(
      (entries) => {
        this.inSight = entries.some((entry) => entry.isIntersecting);
        if (this.inSight) this.update();
      },
      { rootMargin: NEAR },
    );
    const size = new ResizeObserver(() => this.update());
    sight.observe(element);
    size.observe(element);
    this.stop.signal.addEventListener('abort', () => {
      sight.disconnect();
      size.disconnect();
    });
    const scheme = matchMedia('(prefers-color-scheme: dark)');
    const repaint = () => {
      this.theme = undefined;
      this.update();
    };
    scheme.addEventListener('change', repaint, { signal: this.stop.signal });
  }

  /** Shows this figure from the next redraw on. */
  show(figure: DrawFigure): void {
    this.figure = figure;
    this.update();
  }

  /** Loads Plotly again after a failure, for every chart that failed. */
  retry(): void {
    const views = [...failed];
    failed.clear();
    for (const view of views) {
      view.onStatus('waiting');
      view.update();
    }
  }

  /** Frees the chart; the element is empty afterwards. */
  dispose(): void {
    this.stop.abort();
    queue.cancel(this);
    failed.delete(this);
    this.plotly?.purge(this.element);
  }

  private update(): void {
    if (!this.inSight || !this.figure || this.stop.signal.aborted) return;
    if (this.plotly) queue.put(this, () => this.redraw());
    else this.load();
  }

  private load(): void {
    loadPlotly().then(
      (plotly) => {
        if (this.plotly) return;
        this.plotly = plotly;
        this.update();
      },
      () => {
        if (this.stop.signal.aborted) return;
        failed.add(this);
        this.onStatus('failed');
      },
    );
  }

  private clicked({ points }: PlotMouseEvent): void {
    const { x, y } = points[0] ?? {};
    if (isNumber(x) && isNumber(y)) this.onPoint({ x, y });
  }

  private redraw(): void {
    const { clientWidth: width, clientHeight: height } = this.element;
    if (!this.figure || !this.plotly || width === 0 || height === 0) return;
    this.theme ??= readTheme(this.element);
    const { data, layout } = this.figure(this.theme);
    const isFirst = !this.isDrawn;
    this.isDrawn = true;
    void this.plotly.react(this.element, data, { ...frame(this.theme), ...layout, width, height }, CONFIG);
    // Plotly makes a plain element one that has events.
    if (isFirst) (this.element as PlotlyHTMLElement).on('plotly_click', (event) => this.clicked(event));
    this.onStatus('drawn');
  }
}

const isNumber = (value: unknown): value is number => typeof value === 'number';

const frame = (theme: ChartTheme): Partial<Layout> => ({
  paper_bgcolor: 'rgba(0, 0, 0, 0)',
  plot_bgcolor: 'rgba(0, 0, 0, 0)',
  font: { family: theme.font, size: 11.5, color: theme.muted },
  hoverlabel: {
    bgcolor: theme.surface,
    bordercolor: theme.muted,
    font: { family: theme.font, size: 12, color: theme.text },
  },
  showlegend: false,
  // A drag belongs to the page: on a touch screen it scrolls.
  dragmode: false,
});
