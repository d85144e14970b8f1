import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { ChartView } from '../../../src/charts/chart-view';
import { readTheme } from '../../../src/charts/theme';
import { readDigitColours } from '../../../src/panels/projection/digit-colours';
import { VirtualGrid } from '../../../src/ui/VirtualGrid';

/** Draws nothing: when it is asked to is what these tests are about. */
const plotly = {
  newPlot: (element: HTMLElement) => setUpAnew(element),
  /** As where it sets a chart up anew: whoever listened is forgotten. */
  react: (element: HTMLElement) => setUpAnew(element),
  purge: () => undefined,
};
function setUpAnew(element: HTMLElement) {
  const listeners: { event: string; listener: (event: unknown) => void }[] = [];
  return Object.assign(element, {
    on: (event: string, listener: (event: unknown) => void) => listeners.push({ event, listener }),
    removeAllListeners: (gone: string) =>
      listeners.splice(0, Infinity, ...listeners.filter(({ event }) => event !== gone)),
    click(point: object) {
      for (const { event, listener } of listeners)
        if (event === 'plotly_click') listener({ points: [point] });
    },
  });
}
vi.mock('../../../src/charts/load-plotly', () => ({ loadPlotly: async () => plotly }));

let place: HTMLElement;
beforeEach(() => {
  place = document.createElement('div');
  document.body.append(place);
});
afterEach(() => {
  vi.restoreAllMocks();
  place.remove();
});

/** A chart in an element of its own, and what it shows. */
function chart(name: string = crypto.randomUUID()) {
  const element = document.createElement('div');
  element.style.cssText = 'width: 300px; height: 100px';
  place.append(element);
  const figure = () => vi.fn(() => ({ data: [], layout: {} }));
  const onStatus = vi.fn();
  const onPoint = vi.fn();
  const view = new ChartView(element, name, onStatus, onPoint);
  return { element, figure, view, onStatus, onPoint };
}

test('a chart is drawn again for another figure or size, and not while it is right as it is', async () => {
  const [right, other] = [chart(), chart()];
  const same = right.figure();
  right.view.show(same);
  other.view.show(other.figure());
  for (const { onStatus } of [right, other]) await expect.poll(() => onStatus.mock.calls.length).toBe(1);
  right.view.show(same);
  // Asked for later, it is drawn later: by then the turn of the other chart is over.
  const later = other.figure();
  other.view.show(later);
  await expect.poll(() => later.mock.calls.length).toBe(1);
  expect(same).toHaveBeenCalledOnce();
  right.element.style.width = '200px';
  await expect.poll(() => same.mock.calls.length).toBe(2);
  for (const { view } of [right, other]) view.dispose();
});

test('a chart that Plotly has set up anew is still heard where it is clicked, once', async () => {
  const { element, figure, view, onStatus, onPoint } = chart();
  for (const draws of [1, 2]) {
    view.show(figure());
    await expect.poll(() => onStatus.mock.calls.length).toBe(draws);
  }
  (element.firstChild as unknown as { click(point: object): void }).click({ x: 3, y: 5 });
  expect(onPoint.mock.calls).toEqual([[{ x: 3, y: 5 }]]);
  view.dispose();
});

test('a chart that comes back is drawn where it was drawn before, and is not seen until then', async () => {
  const setUp = vi.spyOn(plotly, 'newPlot');
  const before = chart('Bars');
  before.view.show(before.figure());
  await expect.poll(() => before.onStatus.mock.calls).toEqual([['drawn']]);
  const plot = before.element.firstChild as HTMLElement;
  before.view.dispose();
  expect(before.element.childNodes).toHaveLength(0);

  const [back, other] = [chart('Bars'), chart('Bars')];
  expect(back.element.firstChild).toBe(plot);
  expect(other.element.firstChild).not.toBe(plot);
  expect(getComputedStyle(plot).visibility).toBe('hidden');
  back.view.show(back.figure());
  await expect.poll(() => back.onStatus.mock.calls).toEqual([['drawn']]);
  expect(getComputedStyle(plot).visibility).toBe('visible');
  expect(setUp).toHaveBeenCalledOnce();
  (plot as unknown as { click(point: object): void }).click({ x: 1, y: 2 });
  expect([before, back].map(({ onPoint }) => onPoint.mock.calls.length)).toEqual([0, 1]);
  for (const { view } of [back, other]) view.dispose();
});

test('of many charts that are put away those that were shown longest ago are freed', async () => {
  const purge = vi.spyOn(plotly, 'purge');
  const gone: HTMLElement[] = [];
  for (let i = 0; i < 20; i++) {
    const { element, view, figure, onStatus } = chart(`chart ${i}`);
    view.show(figure());
    await expect.poll(() => onStatus.mock.calls.length).toBe(1);
    gone.push(element.firstChild as HTMLElement);
    view.dispose();
    // The next one takes its place: what is far below is not drawn.
    element.remove();
  }
  const freed = (purge.mock.calls as unknown as [HTMLElement][]).map(([plot]) => plot);
  expect(freed).toContain(gone[0]);
  expect(freed).not.toContain(gone[19]);
});

test.each([
  ['of a chart', readTheme],
  ['of the digits', readDigitColours],
])('the colours %s are read with nothing changed in between: styles are computed once', (_, read) => {
  const whole = window.getComputedStyle.bind(window);
  const pages: string[] = [];
  vi.spyOn(window, 'getComputedStyle').mockImplementation((element) => {
    pages.push(document.body.innerHTML);
    return whole(element);
  });
  read(place);
  expect(pages.length).toBeGreaterThan(5);
  expect(new Set(pages).size).toBe(1);
});

test('a wall of images is put into the page without a look at its layout, which follows by itself', async () => {
  const size = vi.spyOn(Element.prototype, 'clientWidth', 'get');
  const root = createRoot(place);
  const wall = (
    <VirtualGrid
      label="Wall"
      count={500}
      minWidth={60}
      rowHeight={80}
      selected={undefined}
      onSelect={() => undefined}
    >
      {(index) => index}
    </VirtualGrid>
  );
  flushSync(() => root.render(wall));
  expect(size).not.toHaveBeenCalled();
  await expect.element(page.getByRole('option').first()).toBeVisible();
  root.unmount();
});
