import { type Html, html } from './html';

/** A point of a curve: [epoch, value]. */
type Point = readonly [number, number];

interface Curves {
  /** What it says to those who don't see it. */
  readonly label: string;
  readonly training: readonly Point[];
  readonly validation: readonly Point[];
  readonly epochs: number;
  readonly epoch: string;
  readonly number: (value: number) => string;
}

/** Units of the drawing. */
const [WIDTH, HEIGHT] = [800, 240];
const [LEFT, RIGHT, TOP, BOTTOM] = [52, 12, 12, 36];
const LINES = 4;
const MOST_EPOCHS_NAMED = 10;

/** Two curves over the epochs, training as a line and validation as a line with dots. */
export function curvesSvg({ label, epochs, epoch, number, ...curves }: Curves): Html {
  const [training, validation] = [curves.training, curves.validation].map((curve) =>
    curve.filter(([, value]) => Number.isFinite(value)),
  ) as [Point[], Point[]];
  const values = [...training, ...validation].map(([, value]) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  // What never changes is a line all the same.
  const span = high - low || Math.max(0.01 * Math.abs(low), 1e-3);
  const x = (at: number) => LEFT + ((WIDTH - LEFT - RIGHT) * at) / Math.max(epochs, 1);
  const y = (value: number) => TOP + (HEIGHT - TOP - BOTTOM) * (1 - (value - low) / span);
  const points = (curve: readonly Point[]) =>
    curve.map(([at, value]) => `${x(at).toFixed(1)},${y(value).toFixed(1)}`).join(' ');
  const heights = Array.from({ length: LINES + 1 }, (_, i) => low + (span * i) / LINES);
  const step = Math.max(1, Math.ceil(epochs / MOST_EPOCHS_NAMED));
  const named = Array.from({ length: Math.floor(epochs / step) + 1 }, (_, i) => i * step);
  return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${label}">
${heights.map(
  (value) => html`<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(value)}" y2="${y(value)}"/>
<text x="${LEFT - 6}" y="${y(value) + 4}" text-anchor="end">${number(value)}</text>`,
)}
${named.map((at) => html`<text x="${x(at)}" y="${HEIGHT - 18}" text-anchor="middle">${at}</text>`)}
<text x="${WIDTH - RIGHT}" y="${HEIGHT - 4}" text-anchor="end">${epoch}</text>
<polyline class="train" points="${points(training)}"/>
<polyline class="valid" points="${points(validation)}"/>
${validation.map(([at, value]) => html`<circle class="valid-dot" r="3" cx="${x(at)}" cy="${y(value)}"/>`)}
</svg>`;
}
