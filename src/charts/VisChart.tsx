import { useEffect, useId, useRef, useState } from 'react';
import type { ChartTexts } from './Chart';
import styles from './Chart.module.css';
import { ChartTable } from './ChartTable';
import type { ChartStatus } from './chart-view';
import { SaveMenu } from './SaveMenu';
import type { PictureFormat } from './save-picture';
import { readTheme } from './theme';
import visStyles from './VisChart.module.css';
import type { DrawVis } from './vis-drawing';
import { visRows } from './vis-rows';
import { VisView } from './vis-view';

interface VisProps {
  /** A new function means new content; keep it (useCallback) while nothing changed. */
  readonly draw: DrawVis;
  readonly texts: ChartTexts;
}

interface VisChartProps extends VisProps {
  /** Accessible name of the picture. */
  readonly label: string;
  /** What the picture says, in words, for those who don't see it. */
  readonly summary: string;
  /** CSS height. */
  readonly height: string;
}

interface VisTableProps extends VisProps {
  /** No other chart or table has it. */
  readonly name: string;
}

/** A chart by tfjs-vis that costs nothing until it is seen. */
export function VisChart({ draw, texts, label, summary, height }: VisChartProps) {
  const { element, status, retry, picture } = useVis(draw, label);
  const summaryId = useId();
  const rows = () => visRows(draw(readTheme(document.body)));
  return (
    <>
      <div className={styles.chart} style={{ height }}>
        <div
          role="img"
          aria-label={label}
          aria-describedby={summaryId}
          className={styles.plot}
          ref={element}
          translate="no"
        />
        <p id={summaryId} className={styles.summary}>
          {summary}
        </p>
        {status === 'drawn' && <SaveMenu name={label} texts={texts.save} picture={picture} />}
        <NotDrawn status={status} texts={texts} onRetry={retry} />
      </div>
      <ChartTable label={label} texts={texts.table} rows={rows} />
    </>
  );
}

/** A table by tfjs-vis, of any width and height. */
export function VisTable({ draw, texts, name }: VisTableProps) {
  const { element, status, retry } = useVis(draw, name);
  return (
    <div className={`${styles.chart} ${visStyles.table}`} data-drawn={status === 'drawn' || undefined}>
      <div ref={element} translate="no" />
      <NotDrawn status={status} texts={texts} onRetry={retry} />
    </div>
  );
}

function useVis(draw: DrawVis, label: string) {
  const name = useRef(label);
  const element = useRef<HTMLDivElement>(null);
  const view = useRef<VisView>(undefined);
  const [status, setStatus] = useState<ChartStatus>('waiting');
  useEffect(() => {
    if (!element.current) return;
    const created = new VisView(element.current, name.current, setStatus);
    view.current = created;
    return () => created.dispose();
  }, []);
  useEffect(() => view.current?.show(draw), [draw]);
  return {
    element,
    status,
    retry: () => view.current?.retry(),
    picture: (format: PictureFormat) => view.current?.picture(format) ?? Promise.reject(),
  };
}

interface NotDrawnProps {
  readonly status: ChartStatus;
  readonly texts: ChartTexts;
  readonly onRetry: () => void;
}

function NotDrawn({ status, texts, onRetry }: NotDrawnProps) {
  switch (status) {
    case 'drawn':
      return null;
    case 'waiting':
      return <p className={styles.over}>{texts.loading}</p>;
    case 'failed':
      return (
        <div className={styles.over} role="alert">
          <p>{texts.failed}</p>
          <button type="button" className={styles.retry} onClick={onRetry}>
            {texts.retry}
          </button>
        </div>
      );
    default:
      return status satisfies never;
  }
}
