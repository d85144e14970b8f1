import { type CSSProperties, Fragment, memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useChartTheme } from '../../charts/use-chart-theme';
import type { ConfusionCounts } from '../../metrics/confusion';
import { CLASSES } from '../../model/network';
import type { Cell } from '../../state/selection/selection';
import { isWord } from '../../ui/is-word';
import { useClassNames } from '../shared/use-class-names';
import styles from './ConfusionMatrix.module.css';
import { cellNumber } from './cell-number';
import { type Measure, matrixCells, noCounts } from './matrix-cells';
import { labelRoom } from './matrix-figure';
import { matrixShades } from './matrix-shades';

/** Classes whose cells have room for a number. */
const MOST_NUMBERED = 26;

interface MatrixNumbersProps {
  readonly counts: ConfusionCounts | undefined;
  readonly measure: Measure;
  readonly showCorrect: boolean;
  readonly selected: Cell | undefined;
}

/**
 * Numbers, axes and the selected cell, laid over the coloured cells. Plotly can write them too, but its redraw then
 * takes three times as long, up to 50 ms beside a training run. For the eye only: CountsTable has the same numbers for
 * everyone.
 */
export const MatrixNumbers = memo(function MatrixNumbers(props: MatrixNumbersProps) {
  const { counts, measure, showCorrect, selected } = props;
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.confusion-matrix' });
  const theme = useChartTheme();
  const names = useClassNames();
  const cells = matrixCells(counts ?? noCounts(names.length)).flat();
  // Of more classes no number could be read in its cell: pointing at it tells it, and the table has them all.
  const counted = names.length > MOST_NUMBERED ? [] : cells.filter((cell) => cell.count > 0);
  const isMany = names.length > CLASSES;
  const shades = theme && matrixShades(cells, measure, showCorrect, theme);
  return (
    <div
      className={styles.numbers}
      aria-hidden
      data-words={names.some(isWord) || undefined}
      style={{ '--label': `${labelRoom(names)}px` } as CSSProperties}
    >
      <span className={styles.predicted}>{t('predicted')}</span>
      <span className={styles.true}>{t('true')}</span>
      {names.map((name, digit) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the index is the class
        <Fragment key={digit}>
          <span className={styles.name} data-column style={at(2, digit + 3)}>
            {name}
          </span>
          <span
            className={styles.name}
            style={{ gridArea: `${digit + 3} / 2 / auto / ${isMany ? -1 : 'auto'}` }}
          >
            {name}
          </span>
        </Fragment>
      ))}
      {counted.map((cell) => (
        <span
          key={`${cell.truth} ${cell.predicted}`}
          className={styles.count}
          style={{ ...at(cell.truth + 3, cell.predicted + 3), color: shades?.ink(cell) }}
        >
          {cellNumber(cell, measure, i18n.language)}
        </span>
      ))}
      {selected && <i className={styles.selected} style={placeOf(selected)} />}
    </div>
  );
});

const at = (row: number, column: number) => ({ gridArea: `${row} / ${column}` });

/** A cell, or a whole row or column. */
const placeOf = ({ truth, predicted }: Cell) => ({
  gridRow: truth === undefined ? '3 / -1' : truth + 3,
  gridColumn: predicted === undefined ? '3 / -1' : predicted + 3,
});
