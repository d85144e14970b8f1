import plotly from 'plotly.js-dist-min';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { drawPlotly } from '../../../src/charts/draw-plotly';

let element: HTMLElement;
let stop: AbortController;
beforeEach(() => {
  stop = new AbortController();
  element = document.createElement('div');
  document.body.append(element);
});
afterEach(() => {
  plotly.purge(element);
  element.remove();
});

const draw = (...y: number[]) =>
  drawPlotly(
    plotly,
    element,
    {
      data: [{ type: 'scatter', mode: 'lines', x: y.map((_, i) => i), y }],
      layout: { width: 300, height: 200, yaxis: { range: [0, 10] } },
      config: { displayModeBar: false },
      onClick: () => undefined,
    },
    stop.signal,
  );
const line = () => element.querySelector('.scatterlayer .js-line')?.getAttribute('d');

test('a line is worked out in one task and drawn in another, the first time and again', async () => {
  const first = draw(1, 2, 3);
  expect(line()).toBeUndefined();
  await first;
  const before = line();
  expect(before).toMatch(/^M0,/);
  const again = draw(3, 2, 1);
  await Promise.resolve();
  expect(line()).toBe(before);
  await again;
  expect(line()).toMatch(/^M0,/);
  expect(line()).not.toBe(before);
});

test.each([0, 1])('nothing is drawn into a chart that went %i tasks after it was begun', async (tasks) => {
  const drawn = draw(1, 2, 3);
  for (let task = 0; task < tasks; task++) await new Promise((resolve) => setTimeout(resolve));
  stop.abort();
  plotly.purge(element);
  await expect(drawn).rejects.toBe(stop.signal.reason);
  expect(line()).toBeUndefined();
});
