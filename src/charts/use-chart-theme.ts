import { useEffect, useState } from 'react';
import { type ChartTheme, readTheme } from './theme';

/** The colours that hold now, for what a panel lays over a chart; undefined in the first render. */
export function useChartTheme(): ChartTheme | undefined {
  const [theme, setTheme] = useState<ChartTheme>();
  useEffect(() => {
    const read = () => setTheme(readTheme(document.body));
    read();
    const scheme = matchMedia('(prefers-color-scheme: dark)');
    scheme.addEventListener('change', read);
    return () => scheme.removeEventListener('change', read);
  }, []);
  return theme;
}
