import type { Curve } from './function-curve';
import styles from './Stage.module.css';

/** Of the drawing, in its own units. */
const [WIDTH, HEIGHT, EDGE] = [200, 140, 8];
const POINTS = 81;

/** A function of one number, and what it makes of the one at hand. The numbers stand below. */
export function FunctionPlot({ curve: { of, at, from, to } }: { readonly curve: Curve }) {
  const xs = Array.from({ length: POINTS }, (_, i) => from + ((to - from) * i) / (POINTS - 1));
  const ys = xs.map(of);
  const [low, high] = [Math.min(0, of(at), ...ys), Math.max(0, of(at), ...ys)];
  const across = (x: number) => EDGE + ((WIDTH - 2 * EDGE) * (x - from)) / (to - from || 1);
  const up = (y: number) => HEIGHT - EDGE - ((HEIGHT - 2 * EDGE) * (y - low)) / (high - low || 1);
  const line = xs.map((x, i) => `${across(x).toFixed(1)},${up(ys[i] ?? 0).toFixed(1)}`).join(' ');
  const [x, y] = [across(at), up(of(at))];
  return (
    <svg aria-hidden className={styles.plot} viewBox={`0 0 ${WIDTH} ${HEIGHT}`}>
      <path
        className={styles.axis}
        d={`M${EDGE} ${up(0)}H${WIDTH - EDGE}M${across(0)} ${EDGE}V${HEIGHT - EDGE}`}
      />
      <polyline className={styles.curve} points={line} />
      <path className={styles.guide} d={`M${x} ${up(0)}V${y}H${across(0)}`} />
      <circle className={styles.dot} cx={x} cy={y} r={5} />
    </svg>
  );
}
