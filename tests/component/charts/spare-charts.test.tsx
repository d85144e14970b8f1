import plotly from 'plotly.js-dist-min';
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { drawPlotly } from '../../../src/charts/draw-plotly';
import { keepSpare, takeSpare } from '../../../src/charts/spare-charts';

const draw = (plot: HTMLElement, ...y: number[]) =>
  drawPlotly(
    plotly,
    plot,
    {
      data: [{ type: 'bar', x: y.map((_, i) => i), y }],
      layout: { width: 300, height: 200, hovermode: 'closest' },
      config: { displayModeBar: false },
      onClick: () => undefined,
    },
    new AbortController().signal,
  );

test('a chart that comes back shows its new figure, and nothing that the pointer was told before it went', async () => {
  const plot = document.createElement('div');
  document.body.append(plot);
  await draw(plot, 3, 3, 3);
  await userEvent.hover(plot.querySelector('.nsewdrag') as Element);
  const told = () => plot.querySelectorAll('.hovertext').length;
  await expect.poll(told).toBe(1);
  keepSpare('Bars', plot, plotly);
  expect(plot.isConnected).toBe(false);

  expect(takeSpare('Lines')).toBeUndefined();
  expect(takeSpare('Bars')).toBe(plot);
  expect(takeSpare('Bars')).toBeUndefined();
  document.body.append(plot);
  await draw(plot, 3, 3);
  expect(plot.querySelectorAll('.bars .point')).toHaveLength(2);
  expect(told()).toBe(0);
  plotly.purge(plot);
  plot.remove();
});
