import { arc, corner, type Stroke } from './stroke';

const polyline = (...points: readonly (readonly [number, number])[]): Stroke =>
  points.map(([x, y]) => corner(x, y));

/** The roughest strokes that still tell the ten digits apart, in a box of height 1 and width 0.6. */
export const TEMPLATES: readonly (readonly Stroke[])[] = [
  [arc({ x: 0.3, y: 0.5, rx: 0.3, ry: 0.5, from: 0, sweep: 360 })],
  [polyline([0.3, 0], [0.3, 1])],
  [polyline([0, 0.15], [0.3, 0], [0.6, 0.25], [0, 1], [0.6, 1])],
  [polyline([0, 0], [0.6, 0], [0.2, 0.45], [0.6, 0.75], [0.3, 1], [0, 0.9])],
  [polyline([0.15, 0], [0, 0.6], [0.6, 0.6]), polyline([0.45, 0.25], [0.45, 1])],
  [polyline([0.6, 0], [0.05, 0], [0.05, 0.45], [0.5, 0.5], [0.6, 0.8], [0.3, 1], [0, 0.9])],
  [polyline([0.5, 0], [0.1, 0.5]), arc({ x: 0.3, y: 0.73, rx: 0.28, ry: 0.27, from: 0, sweep: 360 })],
  [polyline([0, 0], [0.6, 0], [0.2, 1])],
  [
    arc({ x: 0.3, y: 0.23, rx: 0.22, ry: 0.23, from: 0, sweep: 360 }),
    arc({ x: 0.3, y: 0.73, rx: 0.28, ry: 0.27, from: 0, sweep: 360 }),
  ],
  [arc({ x: 0.3, y: 0.27, rx: 0.28, ry: 0.27, from: 0, sweep: 360 }), polyline([0.58, 0.3], [0.45, 1])],
];
