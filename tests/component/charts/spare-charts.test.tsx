import plotly from 'plotly.js-dist-min';
import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { drawPlotly } from '../../../src/charts/draw-plotly';
import { keepSpare, takeSpare } from '../../../src/charts/spare-charts';
import type { DrawVis } from '../../../src/charts/vis-drawing';
import { VisView } from '../../../src/charts/vis-view';

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
  keepSpare('Bars', plot, () => plotly.purge(plot));
  expect(plot.isConnected).toBe(false);

  expect(takeSpare('Lines')).not.toBe(plot);
  expect(takeSpare('Bars')).toBe(plot);
  expect(takeSpare('Bars')).not.toBe(plot);
  document.body.append(plot);
  await draw(plot, 3, 3);
  expect(plot.querySelectorAll('.bars .point')).toHaveLength(2);
  expect(told()).toBe(0);
  plotly.purge(plot);
  plot.remove();
});

test('a drawing of tfjs-vis that comes back is changed in place, and is not seen until then', async () => {
  const place = document.createElement('div');
  place.style.cssText = 'width: 300px; height: 200px';
  document.body.append(place);
  const line =
    (values: number[]): DrawVis =>
    () => ({
      kind: 'lines',
      xLabel: 'x',
      yLabel: 'y',
      series: [{ name: 'loss', colour: 'rgb(0, 0, 0)', values }],
      zoomed: false,
    });
  const show = async (values: number[]) => {
    const drawn = vi.fn();
    const view = new VisView(place, 'loss', drawn);
    const canvas = place.firstChild as HTMLElement;
    const { visibility } = getComputedStyle(canvas);
    view.show(line(values));
    await expect.poll(() => drawn.mock.calls, { timeout: 20_000 }).toEqual([['drawn']]);
    return { view, canvas, visibility };
  };
  const pathIn = (canvas: HTMLElement) =>
    canvas.querySelector('.mark-line.role-mark path')?.getAttribute('d');
  const rules = (canvas: HTMLElement) =>
    canvas.querySelectorAll('.mark-rule.role-mark line:not([stroke="transparent"])');

  const first = await show([1, 2, 3, 4]);
  const [svg, before] = [first.canvas.querySelector('svg'), pathIn(first.canvas)];
  await userEvent.hover(svg as Element);
  await expect.poll(() => rules(first.canvas).length).toBe(1);
  first.view.dispose();
  expect(place.childNodes).toHaveLength(0);

  const back = await show([4, 3, 2, 1]);
  expect(back.canvas).toBe(first.canvas);
  expect(back.visibility).toBe('hidden');
  expect(getComputedStyle(back.canvas).visibility).toBe('visible');
  expect(back.canvas.querySelector('svg')).toBe(svg);
  expect(pathIn(back.canvas)).not.toBe(before);
  expect(rules(back.canvas)).toHaveLength(0);
  back.view.dispose();
  place.remove();
});
