import { type RefObject, useEffect, useRef } from 'react';
import type { ChartTheme } from '../../charts/theme';
import { useChartTheme } from '../../charts/use-chart-theme';
import type { Projection } from '../../protocol/inspect';
import { readDigitColours } from './digit-colours';
import { paintPoints } from './paint-points';
import type { PlotPoints, PlotSize } from './plot-points';

interface Picture {
  readonly projection: Projection;
  readonly isDense: boolean;
  readonly points: PlotPoints | undefined;
  readonly isEmphasised: (index: number) => boolean;
  readonly size: PlotSize | undefined;
  /** One a class. */
  readonly marks: readonly string[];
}

/** Draws the points whenever they, the size or the colours of the page have changed; in tasks of their own. */
export function usePaintedPoints(canvas: RefObject<HTMLCanvasElement | null>, picture: Picture): void {
  const theme = useChartTheme();
  const { projection, isDense, points, isEmphasised, size, marks } = picture;
  const colours = useRef<{ readonly theme: ChartTheme; readonly digits: readonly string[] }>(undefined);
  useEffect(() => {
    const { current } = canvas;
    if (!current || !points || !size || !theme) return;
    const begin = () => {
      // To read them has the browser compute the styles of the page.
      if (colours.current?.theme !== theme) {
        colours.current = { theme, digits: readDigitColours(current.parentElement ?? document.body) };
      }
      const { digits } = colours.current;
      const { truth, predicted } = projection;
      const { bad: error, surface, font } = theme;
      const paint = { digits, marks, error, surface, font };
      const picture = { isDense, truth, predicted, points, isEmphasised };
      return paintPoints(current, picture, size, window.devicePixelRatio, paint);
    };
    let steps: ReturnType<typeof paintPoints> | undefined;
    const next = () => {
      steps ??= begin();
      if (!steps.next().done) timer = setTimeout(next);
    };
    // An effect may run in the task that renders the page.
    let timer = setTimeout(next);
    return () => clearTimeout(timer);
  }, [canvas, projection, isDense, points, isEmphasised, size, marks, theme]);
}
