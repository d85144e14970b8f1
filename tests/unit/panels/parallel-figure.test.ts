import { expect, it } from 'vitest';
import type { ChartTheme } from '../../../src/charts/theme';
import { type ParallelLine, parallelFigure } from '../../../src/panels/runs/sweeps/parallel-figure';

const colours = ['surface', 'sunken', 'line', 'text', 'muted', 'good', 'bad', 'train', 'valid'] as const;
const THEME = {
  ...Object.fromEntries(colours.map((name, i) => [name, `rgb(${i}, ${10 * i}, 0)`])),
  font: 'serif',
} as ChartTheme;
const AXES = [
  { name: 'Learning rate', ticks: [{ at: 0.5, text: '0.01' }] },
  { name: 'Accuracy', ticks: [{ at: 1, text: '99 %' }] },
];
const line = (share: number): ParallelLine => ({ at: [share / 2, share], share, text: `at ${share}` });

interface Drawn {
  readonly x: (number | null)[];
  readonly text: string[];
  readonly line: { readonly width: number; readonly color: string };
}
const drawn = (lines: readonly ParallelLine[]) =>
  parallelFigure(AXES, lines)(THEME).data as unknown as Drawn[];

it('draws each line once, with a gap before the next, and the best last and boldest', () => {
  const lines = Array.from({ length: 64 }, (_, i) => line(i / 63));
  const traces = drawn(lines);
  expect(traces.length).toBeLessThan(10);
  expect(traces.flatMap(({ x }) => x).filter((at) => at === null)).toHaveLength(64);
  expect(new Set(traces.flatMap(({ text }) => text)).size).toBe(64 + 1);
  const best = traces.at(-1);
  expect(best?.text).toEqual(['at 1', 'at 1', '']);
  for (const other of traces.slice(0, -1)) expect(best?.line.width).toBeGreaterThan(other.line.width);
});

it('colours lines by how good they are', () => {
  const [worst, middle, best] = drawn([line(0), line(0.5), line(1)]).map((trace) => trace.line.color);
  expect(new Set([worst, middle, best]).size).toBe(3);
});

it('shows axes with their values before there is a line', () => {
  const { data, layout } = parallelFigure(AXES, [])(THEME);
  expect(data).toEqual([]);
  expect(layout.annotations?.map(({ x, text }) => [x, text])).toEqual([
    [0, '0.01'],
    [1, '99 %'],
  ]);
});
