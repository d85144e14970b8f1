import type { Config, Data, Layout, PlotMouseEvent } from 'plotly.js-dist-min';
import { drawPlotly } from './draw-plotly';
import { type Drawn, isDrawnSo } from './drawn';
import type { DrawFigure } from './figure';
import { loadPlotly, type Plotly } from './load-plotly';
import { numberLocale } from './number-locale';
import { RetryGroup } from './retry-group';
import { type PictureFormat, SAVED_SCALE } from './save-picture';
import { redrawQueue } from './schedule/redraw-queue';
import { keepSpare, takeSpare } from './spare-charts';
import { type ChartTheme, readTheme } from './theme';
import { type Size, watchElement } from './watch-element';

/** `waiting` until the first drawing, `failed` when Plotly can't be loaded. */
export type ChartStatus = 'waiting' | 'drawn' | 'failed';

/** Where a chart was clicked, in the units of its axes. */
export interface ChartPoint {
  readonly x: number;
  readonly y: number;
}

const configs = new Map<string, Partial<Config>>();

/** The same one for each language. */
function config(language: string = document.documentElement.lang): Partial<Config> {
  const known = configs.get(language);
  if (known) return known;
  const made: Partial<Config> = {
    displayModeBar: false,
    responsive: false,
    doubleClick: false,
    locale: 'page',
    locales: { page: { dictionary: {}, format: numberLocale(language) } },
  };
  configs.set(language, made);
  return made;
}

const failed = new RetryGroup();

/**
 * One Plotly chart in one element: loads Plotly when the element first comes into sight, redraws in turn with the other
 * charts, and only while in sight; follows the element's size and the system's colour scheme.
 */
export class ChartView {
  private readonly plot: HTMLElement;
  private plotly: Plotly | undefined;
  private figure: DrawFigure | undefined;
  private theme: ChartTheme | undefined;
  private inSight = false;
  private size: Size = { width: 0, height: 0 };
  private drawn: Drawn<DrawFigure> | undefined;
  private isDrawing = false;
  /** Something has changed while it was drawn. */
  private isStale = false;
  private readonly stop = new AbortController();
  private readonly again = () => {
    this.onStatus('waiting');
    this.update();
  };

  /** @param name - by which what was drawn is found again when the chart comes back */
  constructor(
    private readonly element: HTMLElement,
    private readonly name: string,
    private readonly onStatus: (status: ChartStatus) => void,
    private readonly onPoint: (point: ChartPoint) => void,
  ) {
    this.plot = takeSpare(name);
    element.append(this.plot);
    watchElement(
      element,
      {
        onSight: (inSight) => {
          this.inSight = inSight;
          this.update();
        },
        onSize: (size) => {
          this.size = size;
          this.update();
        },
        onColours: () => {
          this.theme = undefined;
          this.update();
        },
      },
      this.stop.signal,
    );
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
    const { width, height } = this.size;
    const { data, layout } = figure(theme);
    const surface = { paper_bgcolor: theme.surface };
    return this.plotly.toImage(
      { data, layout: { ...frame(theme), ...layout, ...surface, width, height }, config: config() },
      { format, width, height, scale: SAVED_SCALE },
    );
  }

  /** Puts the chart away; the element is empty afterwards. */
  dispose(): void {
    this.stop.abort();
    redrawQueue.cancel(this);
    failed.delete(this.again);
    const free = () => this.plotly?.purge(this.plot);
    if (this.drawn && !this.isDrawing) keepSpare(this.name, this.plot, free);
    else free();
    this.plot.remove();
  }

  private update(): void {
    if (!this.inSight || !this.figure || this.stop.signal.aborted) return;
    if (this.isDrawing) this.isStale = true;
    else if (this.plotly) redrawQueue.put(this, () => this.redraw());
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
        this.onStatus('failed');
      },
    );
  }

  private clicked({ points }: PlotMouseEvent): void {
    const { x, y } = points[0] ?? {};
    if (isNumber(x) && isNumber(y)) this.onPoint({ x, y });
  }

  private redraw(): void {
    const { width, height } = this.size;
    if (!this.figure || !this.plotly || width === 0 || height === 0) return;
    this.theme ??= readTheme(this.element);
    const next = { content: this.figure, theme: this.theme, width, height };
    if (isDrawnSo(this.drawn, next)) return;
    const { data, layout } = this.figure(this.theme);
    void this.draw(this.plotly, data, { ...frame(this.theme), ...layout, width, height }, next);
  }

  private async draw(plotly: Plotly, data: Data[], layout: Partial<Layout>, next: Drawn<DrawFigure>) {
    const { signal } = this.stop;
    const onClick = (event: PlotMouseEvent) => this.clicked(event);
    [this.isDrawing, this.isStale] = [true, false];
    try {
      await drawPlotly(plotly, this.plot, { data, layout, config: config(), onClick }, signal);
      this.drawn = next;
      this.plot.style.visibility = '';
      this.onStatus('drawn');
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      this.isDrawing = false;
      if (this.isStale) this.update();
    }
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
