import { Fragment, memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useChartTheme } from '../../charts/use-chart-theme';
import type { ConfusionCounts } from '../../metrics/confusion';
import styles from './ConfusionMatrix.module.css';
import { DIGITS, matrixCells } from './matrix-cells';
import { matrixShades } from './matrix-shades';

interface MatrixNumbersProps {
  readonly counts: ConfusionCounts | undefined;
  readonly showCorrect: boolean;
}

/**
 * Counts and axes, laid over the coloured cells. Plotly can write them too, but its redraw then takes three times as
 * long, up to 50 ms beside a training run. For the eye only: CountsTable has the same numbers for everyone. Four digits
 * fill a cell, so they are not grouped here.
 */
export const MatrixNumbers = memo(function MatrixNumbers({ counts, showCorrect }: MatrixNumbersProps) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.confusion-matrix' });
  const theme = useChartTheme();
  const cells = matrixCells(counts ?? []).flat();
  const shades = theme && matrixShades(cells, showCorrect, theme);
  return (
    <div className={styles.numbers} aria-hidden>
      <span className={styles.predicted}>{t('predicted')}</span>
      <span className={styles.true}>{t('true')}</span>
      {DIGITS.map((digit) => (
        <Fragment key={digit}>
          <span style={at(2, digit + 3)}>{digit}</span>
          <span style={at(digit + 3, 2)}>{digit}</span>
        </Fragment>
      ))}
      {cells
        .filter((cell) => cell.count > 0)
        .map((cell) => (
          <span
            key={`${cell.truth} ${cell.predicted}`}
            style={{ ...at(cell.truth + 3, cell.predicted + 3), color: shades?.ink(cell) }}
          >
            {cell.count}
          </span>
        ))}
    </div>
  );
});

const at = (row: number, column: number) => ({ gridArea: `${row} / ${column}` });
