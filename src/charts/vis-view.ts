import type { ChartStatus } from './chart-view';
import { type Drawn, isDrawnSo } from './drawn';
import { loadVis, type Vis } from './load-vis';
import { RetryGroup } from './retry-group';
import type { PictureFormat } from './save-picture';
import { redrawQueue } from './schedule/redraw-queue';
import { keepSpare, takeSpare } from './spare-charts';
import { svgPicture } from './svg-picture';
import { type ChartTheme, readTheme } from './theme';
import type { DrawVis } from './vis-drawing';
import { type Size, watchElement } from './watch-element';

const failed = new RetryGroup();

/**
 * One drawing of tfjs-vis in one element: loads tfjs-vis when the element first comes into sight, redraws in turn with
 * the other charts, and only while in sight; follows the element's size and the system's colour scheme.
 */
export class VisView {
  private vis: Vis | undefined;
  private draw: DrawVis | undefined;
  private drawn: Drawn<DrawVis> | undefined;
  private inSight = false;
  private size: Size = { width: 0, height: 0 };
  /** To read it has the browser lay out the page. */
  private theme: ChartTheme | undefined;
  private readonly stop = new AbortController();
  private readonly again = () => {
    this.onStatus('waiting');
    this.update();
  };
  /** tfjs-vis holds on to what it has drawn into: to this, which goes with the view, and to nothing of the page's. */
  private readonly canvas: HTMLElement;
  private readonly name: string;

  /** @param name - by which what was drawn is found again when the chart comes back */
  constructor(
    private readonly element: HTMLElement,
    name: string,
    private readonly onStatus: (status: ChartStatus) => void,
  ) {
    // Plotly's may have the same.
    this.name = `tfjs-vis: ${name}`;
    this.canvas = takeSpare(this.name);
    element.append(this.canvas);
    const onSight = (inSight: boolean) => {
      this.inSight = inSight;
      this.update();
    };
    const onColours = () => {
      this.theme = undefined;
      this.update();
    };
    const onSize = (size: Size) => {
      this.size = size;
      this.update();
    };
    watchElement(element, { onSight, onSize, onColours }, this.stop.signal);
  }

  /** Shows this from the next redraw on. */
  show(draw: DrawVis): void {
    this.draw = draw;
    this.update();
  }

  /** Tries again after a failure, for every view that failed. */
  retry(): void {
    failed.retryAll();
  }

  /** As a `data:` address. @throws where nothing was drawn yet */
  async picture(format: PictureFormat): Promise<string> {
    // Vega draws as SVG (vega-embed.ts).
    const svg = this.canvas.querySelector('svg');
    if (!svg) throw new Error('nothing is drawn');
    return svgPicture(svg, format, readTheme(this.element).surface);
  }

  /** Puts the drawing away; the element is empty afterwards. */
  dispose(): void {
    this.stop.abort();
    redrawQueue.cancel(this);
    failed.delete(this.again);
    const free = () => this.vis?.release(this.canvas);
    if (this.drawn) keepSpare(this.name, this.canvas, free);
    else free();
    this.canvas.remove();
  }

  private update(): void {
    if (!this.inSight || !this.draw || this.stop.signal.aborted || failed.has(this.again)) return;
    if (this.vis) redrawQueue.put(this, () => void this.redraw().catch(() => this.fail()));
    else this.load();
  }

  private load(): void {
    loadVis().then(
      (vis) => {
        if (this.vis) return;
        this.vis = vis;
        this.update();
      },
      () => this.fail(),
    );
  }

  private async redraw(): Promise<void> {
    const { width, height } = this.size;
    if (!this.draw || !this.vis || width === 0) return;
    this.theme ??= readTheme(this.element);
    const next = { content: this.draw, theme: this.theme, width, height };
    if (isDrawnSo(this.drawn, next)) return;
    this.drawn = undefined;
    await this.vis.drawVis(this.canvas, this.draw(this.theme), { width, height }, this.theme);
    this.drawn = next;
    if (this.stop.signal.aborted) this.vis.release(this.canvas);
    else {
      this.canvas.style.visibility = '';
      this.onStatus('drawn');
    }
  }

  private fail(): void {
    if (this.stop.signal.aborted) return;
    failed.add(this.again);
    this.onStatus('failed');
  }
}
