import type { Config, Layout, PlotlyHTMLElement, PlotMouseEvent } from 'plotly.js-dist-min';
import { type Drawn, isDrawnSo } from './drawn';
import type { DrawFigure } from './figure';
import { loadPlotly, type Plotly } from './load-plotly';
import { numberLocale } from './number-locale';
import { RetryGroup } from './retry-group';
import { type PictureFormat, SAVED_SCALE } from './save-picture';
import { redrawQueue } from './schedule/redraw-queue';
import { type ChartTheme, readTheme } from './theme';
import { watchElement } from './watch-element';

/** `waiting` until the first drawing, `failed` when Plotly can't be loaded. */
export type ChartStatus = 'waiting' | 'drawn' | 'failed';

/** Where a chart was clicked, in the units of its axes. */
export interface ChartPoint {
  readonly x: number;
  readonly y: number;
}

/** Plotly takes one that is equal to the one before for the same. */
const config = (): Partial<Config> => ({
  displayModeBar: false,
  responsive: false,
  doubleClick: false,
  locale: 'page',
  locales: { page: { dictionary: {}, format: numberLocale() } },
});

const failed = new RetryGroup();

interface Listeners {
  readonly onStatus: (status: ChartStatus) => void;
  readonly onPoint: (point: ChartPoint) => void;
}

const NOBODY: Listeners = { onStatus: () => undefined, onPoint: () => undefined };

/**
 * One Plotly chart: loads Plotly when it first comes into sight, redraws in turn with the other charts, and only while
 * in sight; follows its size and the system's colour scheme. It can be put into another place and stays as it is drawn.
 */
export class ChartView {
  private readonly element = document.createElement('div');
  private listeners = NOBODY;
  private plotly: Plotly | undefined;
  private figure: DrawFigure | undefined;
  private theme: ChartTheme | undefined;
  private inSight = false;
  private drawn: Drawn<DrawFigure> | undefined;
  private readonly stop = new AbortController();
  private readonly again = () => {
    this.listeners.onStatus('waiting');
    this.update();
  };

  constructor() {
    this.element.style.cssText = 'width: 100%; height: 100%';
    watchElement(
      this.element,
      {
        onSight: (inSight) => {
          this.inSight = inSight;
          this.update();
        },
        onSize: () => this.update(),
        onColours: () => {
          this.theme = undefined;
          this.update();
        },
      },
      this.stop.signal,
    );
  }

  /** Puts the chart into a place. It can't be seen until it is drawn anew: what it showed before may be of other data. */
  attach(place: HTMLElement, listeners: Listeners): void {
    this.listeners = listeners;
    this.element.style.visibility = 'hidden';
    place.append(this.element);
  }

  /** Takes the chart out of its place, drawn as it is. */
  detach(): void {
    this.listeners = NOBODY;
    this.figure = undefined;
    redrawQueue.cancel(this);
    failed.delete(this.again);
    this.element.remove();
  }

  /** Shows this figure from the next redraw on. */
  show(figure: DrawFigure): void {
    this.figure = figure;
    this.update();
  }

  /** Loads Plotly again after a failure, for every chart that failed. */
  retry(): void {
    failed.retryAll();
  }

  /**
   * A figure as a picture of the chart's size, on the page's surface.
   * @returns a `data:` address
   * @throws where nothing was drawn yet
   */
  async picture(format: PictureFormat, figure: DrawFigure): Promise<string> {
    if (!this.plotly) throw new Error('nothing is drawn');
    const theme = readTheme(this.element);
    const { clientWidth: width, clientHeight: height } = this.element;
    const { data, layout } = figure(theme);
    const surface = { paper_bgcolor: theme.surface };
    return this.plotly.toImage(
      { data, layout: { ...frame(theme), ...layout, ...surface, width, height }, config: config() },
      { format, width, height, scale: SAVED_SCALE },
    );
  }

  /** Takes the chart out of its place and frees it. */
  dispose(): void {
    this.stop.abort();
    this.detach();
    this.plotly?.purge(this.element);
  }

  private update(): void {
    if (!this.inSight || !this.figure || this.stop.signal.aborted) return;
    if (this.plotly) redrawQueue.put(this, () => this.redraw());
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
        failed.add(this.again);
        this.listeners.onStatus('failed');
      },
    );
  }

  private clicked({ points }: PlotMouseEvent): void {
    const { x, y } = points[0] ?? {};
    if (isNumber(x) && isNumber(y)) this.listeners.onPoint({ x, y });
  }

  private redraw(): void {
    const { clientWidth: width, clientHeight: height } = this.element;
    if (!this.figure || !this.plotly || width === 0 || height === 0) return;
    this.theme ??= readTheme(this.element);
    const next = { content: this.figure, theme: this.theme, width, height };
    if (!isDrawnSo(this.drawn, next)) this.draw(this.plotly, next);
    this.element.style.visibility = '';
    this.listeners.onStatus('drawn');
  }

  private draw(plotly: Plotly, next: Drawn<DrawFigure>): void {
    const { content, theme, width, height } = next;
    const { data, layout } = content(theme);
    this.drawn = next;
    void plotly.react(this.element, data, { ...frame(theme), ...layout, width, height }, config());
    // Plotly makes a plain element one that has events, and forgets who listens where its configuration is another.
    const chart = this.element as unknown as PlotlyHTMLElement;
    chart.removeAllListeners('plotly_click');
    chart.on('plotly_click', (event) => this.clicked(event));
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
