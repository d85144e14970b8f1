import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { ChartView } from '../../../src/charts/chart-view';
import { leaveChart, takeChart } from '../../../src/charts/kept-charts';
import { readTheme } from '../../../src/charts/theme';
import { readDigitColours } from '../../../src/panels/projection/digit-colours';
import { VirtualGrid } from '../../../src/ui/VirtualGrid';

/** Draws nothing: when it is asked to is what these tests are about. */
const plotly = {
  react: (element: HTMLElement) =>
    Object.assign(element, { on: () => undefined, removeAllListeners: () => undefined }),
  purge: () => undefined,
};
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
function chart() {
  const element = document.createElement('div');
  element.style.cssText = 'width: 300px; height: 100px';
  place.append(element);
  const figure = () => vi.fn(() => ({ data: [], layout: {} }));
  const onStatus = vi.fn();
  const view = new ChartView();
  view.attach(element, { onStatus, onPoint: () => undefined });
  return { element, figure, view, onStatus };
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

test('a chart with a name stays set up while its panel is away, and is unseen until it is as it is to be now', async () => {
  const react = vi.spyOn(plotly, 'react');
  const purge = vi.spyOn(plotly, 'purge');
  const elements: unknown[] = [];
  for (const name of ['kept', 'kept', undefined, undefined]) {
    const view = takeChart(name);
    const onStatus = vi.fn();
    place.style.cssText = 'width: 300px; height: 100px';
    view.attach(place, { onStatus, onPoint: () => undefined });
    view.show(() => ({ data: [], layout: {} }));
    expect(getComputedStyle(place.firstElementChild as Element).visibility).toBe('hidden');
    await expect.poll(() => onStatus.mock.calls).toEqual([['drawn']]);
    expect(getComputedStyle(place.firstElementChild as Element).visibility).toBe('visible');
    elements.push(react.mock.lastCall?.[0]);
    leaveChart(name, view);
    expect(place.childElementCount).toBe(0);
  }
  const [first, again, unnamed, other] = elements;
  expect(again).toBe(first);
  expect(other).not.toBe(unnamed);
  expect(purge.mock.calls).toEqual([[unnamed], [other]]);
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
