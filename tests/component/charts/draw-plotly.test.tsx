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

const IN_ENGLISH = { displayModeBar: false };
const IN_GERMAN = {
  ...IN_ENGLISH,
  locale: 'page',
  locales: { page: { dictionary: {}, format: { decimal: ',' } } },
} as unknown as typeof IN_ENGLISH;

const drawWith = (config: typeof IN_ENGLISH, ...y: number[]) =>
  drawPlotly(
    plotly,
    element,
    {
      data: [{ type: 'scatter', mode: 'lines', x: y.map((_, i) => i), y }],
      layout: {
        width: 300,
        height: 200,
        paper_bgcolor: `rgb(0, 0, ${Math.max(...y)})`,
        yaxis: { range: [0, Math.max(...y)], tickvals: [0.5, Math.max(...y)] },
      },
      config,
      onClick: () => undefined,
    },
    stop.signal,
  );
const draw = (...y: number[]) => drawWith(IN_ENGLISH, ...y);
const line = () => element.querySelector('.scatterlayer .js-line')?.getAttribute('d');
const paper = () => element.querySelector<SVGElement>('.main-svg')?.style.background;
const ticks = () => [...element.querySelectorAll('.ytick text')].map((tick) => tick.textContent);
const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve));

/** What is seen of a drawing between its tasks, each once. */
async function seenDuring(drawing: Promise<void>): Promise<string[]> {
  const seen = new Set<string>();
  let isDrawn = false;
  const drawn = drawing.then(() => {
    isDrawn = true;
  });
  while (!isDrawn) {
    seen.add(`${paper()} | ${ticks()} | ${line()}`);
    await nextTask();
  }
  await drawn;
  return [...seen];
}

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

test('the frame is drawn in a task of its own, before axes and data', async () => {
  await draw(1, 2, 3);
  const before = line();
  const seen = await seenDuring(draw(1, 2, 6));
  const after = line();
  expect(after).not.toBe(before);
  expect(seen).toEqual([
    `rgb(0, 0, 3) | 0.5,3 | ${before}`,
    `rgb(0, 0, 6) | 0.5,3 | ${before}`,
    `rgb(0, 0, 6) | 0.5,6 | ${after}`,
  ]);
});

test('a chart is set up anew for another language, and no more at once than the first time', async () => {
  await draw(1, 2, 3);
  const seen = await seenDuring(drawWith(IN_GERMAN, 1, 2, 3));
  expect(seen).toEqual(['rgb(0, 0, 3) |  | undefined', `rgb(0, 0, 3) | 0,5,3 | ${line()}`]);
});

test.each([0, 1, 2, 3, 4])(
  'nothing is drawn into a chart that went %i tasks after it was begun',
  async (tasks) => {
    const drawn = draw(1, 2, 3);
    for (let task = 0; task < tasks; task++) await nextTask();
    stop.abort();
    plotly.purge(element);
    await expect(drawn).rejects.toBe(stop.signal.reason);
    expect(line()).toBeUndefined();
  },
);
