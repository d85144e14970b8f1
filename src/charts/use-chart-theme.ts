import { useEffect, useState } from 'react';
import { type ChartTheme, readTheme } from './theme';
import { watchColours } from './watch-colours';

/** The colours that hold now, for what a panel lays over a chart; undefined in the first render. */
export function useChartTheme(): ChartTheme | undefined {
  const [theme, setTheme] = useState<ChartTheme>();
  useEffect(() => {
    const read = () => setTheme(readTheme(document.body));
    read();
    const stop = new AbortController();
    watchColours(read, stop.signal);
    return () => stop.abort();
  }, []);
  return theme;
}
