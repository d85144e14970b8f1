import { type KeyboardEvent, memo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type ConfusionCounts, classesIn } from '../../metrics/confusion';
import type { Cell } from '../../state/selection/selection';
import { ClippedText } from '../../ui/ClippedText';
import { SaveTable } from '../shared/save-table';
import { useClassNames, useClassWording } from '../shared/use-class-names';
import styles from './ConfusionMatrix.module.css';
import { cellNumber } from './cell-number';
import { type Measure, matrixCells } from './matrix-cells';

interface CountsTableProps {
  readonly counts: ConfusionCounts;
  readonly measure: Measure;
  readonly selected: Cell | undefined;
  readonly onSelect: (cell: Cell) => void;
}

/** Steps of the keys, [rows, columns]. */
const KEYS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Home: [0, Number.NEGATIVE_INFINITY],
  End: [0, Number.POSITIVE_INFINITY],
};

/**
 * The same numbers as the picture, for screen readers, keyboards and copying. One stop for Tab; the arrow keys go from
 * cell to cell, Enter selects.
 */
export const CountsTable = memo(function CountsTable(props: CountsTableProps) {
  const { counts, measure, selected, onSelect } = props;
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.confusion-matrix' });
  const names = useClassNames();
  const table = useRef<HTMLTableElement>(null);
  const stop = [selected?.truth ?? 0, selected?.predicted ?? 0] as const;

  const within = (label: number) => Math.min(classesIn(counts) - 1, Math.max(0, label));
  const walk = (event: KeyboardEvent, truth: number, predicted: number) => {
    const step = KEYS[event.key];
    if (!step) return;
    event.preventDefault();
    const row = table.current?.tBodies[0]?.rows[within(truth + step[0])];
    row?.querySelectorAll('button')[within(predicted + step[1])]?.focus();
  };

  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are walked by arrow keys is one */}
      <table role="grid" aria-readonly="true" className={styles.table} ref={table}>
        <caption>{t('tableCaption', useClassWording())}</caption>
        <thead>
          <tr>
            <th scope="col">{t('true')}</th>
            {names.map((name, digit) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the index is the class
              <th scope="col" key={digit}>
                <ClippedText>{name}</ClippedText>
              </th>
            ))}
          </tr>
        </thead>
        <tbody translate="no">
          {matrixCells(counts).map((row, truth) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the index is the digit
            <tr key={truth}>
              <th scope="row">
                <ClippedText>{names[truth] ?? ''}</ClippedText>
              </th>
              {row.map((cell) => {
                const { predicted } = cell;
                const isSelected = selected?.truth === truth && selected.predicted === predicted;
                return (
                  <td key={predicted} data-correct={predicted === truth || undefined}>
                    <button
                      type="button"
                      tabIndex={stop[0] === truth && stop[1] === predicted ? 0 : -1}
                      aria-pressed={isSelected}
                      aria-label={t('cellLabel', {
                        truth: names[truth],
                        predicted: names[predicted],
                        count: cell.count,
                      })}
                      onKeyDown={(event) => walk(event, truth, predicted)}
                      onClick={() => onSelect({ truth, predicted })}
                    >
                      {cellNumber(cell, measure, i18n.language)}
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <SaveTable name={t('tableCaption', useClassWording())} />
    </>
  );
});
