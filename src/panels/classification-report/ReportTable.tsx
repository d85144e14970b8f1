import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { BootstrapIntervals } from '../../metrics/bootstrap';
import { wilson } from '../../metrics/interval';
import type { DigitReport, Report } from '../../metrics/report';
import type { Cell } from '../../state/selection/selection';
import { ClippedText } from '../../ui/ClippedText';
import { formatCount } from '../../ui/format';
import { Scroll } from '../../ui/Scroll';
import { Table } from '../../ui/Table';
import { WordRow } from '../../ui/word-row';
import { Term } from '../shared/term';
import { useClassNames, useClassWording } from '../shared/use-class-names';
import { useActions, useLab } from '../shared/use-lab';
import styles from './ClassificationReport.module.css';
import { Figure } from './Figure';

interface ReportTableProps {
  readonly report: Report;
  /** Undefined while they are being computed. */
  readonly intervals: BootstrapIntervals | undefined;
}

const COLUMNS = ['precision', 'recall', 'f1', 'support', 'accuracy'] as const;

/** A row a digit, then accuracy and averages; each figure with its 95 % interval in small print. */
export const ReportTable = memo(function ReportTable({ report, intervals }: ReportTableProps) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.classification-report' });
  const wording = useClassWording();
  const { digits, accuracy, images, macro, weighted } = report;
  const right = digits.reduce((sum, digit) => sum + digit.right, 0);
  return (
    <Scroll label={t('byClass')}>
      <Table caption={t('caption', wording)} className={styles.table} isWithoutFoot>
        <thead>
          <tr>
            <th scope="col">{t('digit', wording)}</th>
            <WordRow>
              {COLUMNS.map((column) => (
                <th scope="col" key={column} aria-label={t(`columns.${column}`)}>
                  <Term id={column}>{t(`columns.${column}`)}</Term>
                </th>
              ))}
            </WordRow>
          </tr>
        </thead>
        <tbody>
          {digits.map((of) => (
            <DigitRow key={of.digit} of={of} images={images} intervals={intervals} />
          ))}
        </tbody>
        <tfoot>
          {(['macro', 'weighted'] as const).map((name) => (
            <tr key={name}>
              <th scope="row" aria-label={t(name)}>
                {name === 'macro' ? <Term id="averages">{t(name)}</Term> : t(name)}
              </th>
              {(['precision', 'recall', 'f1'] as const).map((column) => (
                <Figure
                  key={column}
                  value={{ macro, weighted }[name][column]}
                  interval={intervals?.[name][column]}
                  isComing={!intervals}
                />
              ))}
              <Support images={images} />
              <td />
            </tr>
          ))}
          <tr>
            <th scope="row">{t('overall', wording)}</th>
            <td />
            <td />
            <td />
            <Support images={images} />
            <Figure value={accuracy} interval={wilson(right, images)} digits={2} />
          </tr>
        </tfoot>
      </Table>
    </Scroll>
  );
});

interface DigitRowProps {
  readonly of: DigitReport;
  readonly images: number;
  readonly intervals: BootstrapIntervals | undefined;
}

function DigitRow({ of, images, intervals }: DigitRowProps) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.classification-report' });
  const { digit, right, support, predicted } = of;
  const name = useClassNames()[digit] ?? '';
  const isSelected = useLab(({ selection }) => selection.digit === digit);
  const cell = useLab(({ selection }) => selection.cell);
  const { select } = useActions();
  const agreeing = Math.round(of.accuracy * images);
  return (
    // Keys press the button in it, whose clicks come here too.
    <tr
      data-selected={isSelected || undefined}
      onClick={() => select({ digit: isSelected ? undefined : digit })}
    >
      <th scope="row">
        <button
          type="button"
          className={styles.digit}
          aria-label={t('select', { ...useClassWording(), digit: name })}
          aria-pressed={isSelected}
        >
          <ClippedText>{name}</ClippedText>
        </button>
      </th>
      <Figure
        value={of.precision}
        interval={wilson(right, predicted)}
        isMarked={isError(cell) && cell.predicted === digit}
      />
      <Figure
        value={of.recall}
        interval={wilson(right, support)}
        isMarked={isError(cell) && cell.truth === digit}
      />
      <Figure value={of.f1} interval={intervals?.f1[digit]} isComing={!intervals} />
      <Support images={support} />
      <Figure value={of.accuracy} interval={wilson(agreeing, images)} digits={2} />
    </tr>
  );
}

/** An error takes from the recall of the true digit and from the precision of the predicted one. */
const isError = (cell: Cell | undefined): cell is Cell => cell !== undefined && cell.truth !== cell.predicted;

function Support({ images }: { readonly images: number }) {
  const { i18n } = useTranslation();
  return <td>{formatCount(images, i18n.language)}</td>;
}
