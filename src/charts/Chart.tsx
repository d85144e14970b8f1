import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import styles from './Chart.module.css';
import { ChartTable, type TableTexts } from './ChartTable';
import { type ChartPoint, type ChartStatus, ChartView } from './chart-view';
import type { DrawFigure } from './figure';
import { type FigureColumns, figureRows } from './figure-rows';
import { SaveMenu, type SaveTexts } from './SaveMenu';
import { readTheme } from './theme';

interface ChartProps {
  /** A new function means new content; keep it (useCallback) while nothing changed. */
  readonly figure: DrawFigure;
  /** Accessible name of the picture. */
  readonly label: string;
  /** What the picture says, in words, for those who don't see it. */
  readonly summary: string;
  /** CSS height; taken from the first moment on, so that nothing moves when the chart appears. */
  readonly height: string;
  /** Stands over the empty chart while there is nothing to show. */
  readonly empty?: ReactNode;
  readonly texts: ChartTexts;
  /** What is saved, where something lies over the chart that belongs to it. */
  readonly saved?: DrawFigure | undefined;
  /** A point of the chart was clicked. */
  readonly onPoint?: (point: ChartPoint) => void;
  /** Laid over the chart as soon as it is drawn. */
  readonly children?: ReactNode;
  /** Gives it a table; where its panel has one of its own, there is none. */
  readonly columns?: FigureColumns | undefined;
}

export interface ChartTexts {
  /** While the chart is being prepared. */
  readonly loading: string;
  /** When the charting library can't be loaded. */
  readonly failed: string;
  readonly retry: string;
  readonly save: SaveTexts;
  readonly table: TableTexts;
}

/** A Plotly chart that costs nothing until it is seen. */
export function Chart(props: ChartProps) {
  const { figure, label, summary, height, empty, texts, saved, onPoint, children, columns } = props;
  const element = useRef<HTMLDivElement>(null);
  const view = useRef<ChartView>(undefined);
  const name = useRef(label);
  const press = useRef(onPoint);
  useEffect(() => {
    press.current = onPoint;
  });
  const [status, setStatus] = useState<ChartStatus>('waiting');
  const summaryId = useId();

  useEffect(() => {
    if (!element.current) return;
    const created = new ChartView(element.current, name.current, setStatus, (point) =>
      press.current?.(point),
    );
    view.current = created;
    return () => created.dispose();
  }, []);
  useEffect(() => view.current?.show(figure), [figure]);

  const chart = (
    <div className={styles.chart} style={{ height }}>
      {/* Its words lie where the library has measured them. */}
      <div
        role="img"
        aria-label={label}
        aria-describedby={summaryId}
        className={styles.plot}
        ref={element}
        translate="no"
      />
      {status === 'drawn' && children}
      {status === 'drawn' && !empty && (
        <SaveMenu
          name={label}
          texts={texts.save}
          picture={(format) => view.current?.picture(format, saved ?? figure) ?? Promise.reject()}
        />
      )}
      <p id={summaryId} className={styles.summary}>
        {summary}
      </p>
      {status === 'failed' && (
        <div className={styles.over} role="alert">
          <p>{texts.failed}</p>
          <button type="button" className={styles.retry} onClick={() => view.current?.retry()}>
            {texts.retry}
          </button>
        </div>
      )}
      {status !== 'failed' && empty && <p className={styles.over}>{empty}</p>}
      {status === 'waiting' && !empty && <p className={styles.over}>{texts.loading}</p>}
    </div>
  );
  if (!columns || empty) return chart;
  const rows = () => figureRows(figure(readTheme(document.body)), columns);
  return (
    <>
      {chart}
      <ChartTable label={label} texts={texts.table} hasShares={columns.hasShares} rows={rows} />
    </>
  );
}
