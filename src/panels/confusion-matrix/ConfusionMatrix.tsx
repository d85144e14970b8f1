import { type CSSProperties, type ReactNode, useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '../../charts/Chart';
import { CLASSES } from '../../model/network';
import type { Evaluation } from '../../protocol/run';
import { isFineTuned } from '../../state/fine-tuning/fine-tuning-selectors';
import { shownEvaluation, shownPart, whyUnread } from '../../state/inspection/inspection-selectors';
import { keptValidation } from '../../state/run/kept-epoch';
import type { Cell } from '../../state/selection/selection';
import { Explanation } from '../../ui/Explanation';
import { formatCount, formatShare } from '../../ui/format';
import { Scroll } from '../../ui/Scroll';
import { Section } from '../../ui/Section';
import { SegmentedField } from '../../ui/SegmentedField';
import { Toolbar } from '../../ui/Toolbar';
import { PanelTerms } from '../shared/panel-terms';
import { PartField } from '../shared/part-field';
import { StartTraining } from '../shared/start-training';
import { Term } from '../shared/term';
import { useChartTexts } from '../shared/use-chart-texts';
import { useClassNames, useClassWording } from '../shared/use-class-names';
import { useActions, useLab } from '../shared/use-lab';
import styles from './ConfusionMatrix.module.css';
import { CountsTable } from './CountsTable';
import { cellNumber } from './cell-number';
import { filledSentence } from './filled-sentence';
import { MatrixNumbers } from './MatrixNumbers';
import { errorsByCount, MEASURES, type Measure, noCounts } from './matrix-cells';
import { labelRoom, matrixFigure, savedMatrix } from './matrix-figure';

interface FrameProps {
  readonly classes: number;
  readonly label: string;
  readonly children: ReactNode;
}

const CELL_FIGURES = ['truth', 'predicted', 'images', 'row', 'column'] as const;

/** Which digits are read as which: validation images after each epoch, the test images at the end. */
export function ConfusionMatrix() {
  const { t: tAll, i18n } = useTranslation();
  const { t } = useTranslation('translation', { keyPrefix: 'panels.confusion-matrix' });
  const evaluation = useLab(shownEvaluation);
  const selected = useLab((state) => state.selection.cell);
  const why = useLab(whyUnread);
  const names = useClassNames();
  const wording = useClassWording();
  const { showCell } = useActions();
  const [measure, setMeasure] = useState<Measure>('counts');
  const [showCorrect, setShowCorrect] = useState(false);
  // A hundred buttons, which nobody sees on the overview.
  const [isTableOpen, setTableOpen] = useState(false);
  const counts = evaluation?.confusion;
  const language = i18n.language;
  const empty = why === 'unread' ? tAll('parts.nothing') : t(`empty.${why}`);

  const figure = useMemo(() => {
    const describe = filledSentence((places) => t('cell', places), CELL_FIGURES);
    return matrixFigure(
      counts ?? noCounts(names.length),
      measure,
      showCorrect,
      labelRoom(names),
      ({ truth, predicted, ...cell }) =>
        describe({
          truth: names[truth] ?? '',
          predicted: names[predicted] ?? '',
          images: formatCount(cell.count, language),
          row: formatShare(cell.rowShare, language),
          column: formatShare(cell.columnShare, language),
        }),
    );
  }, [counts, measure, showCorrect, names, t, language]);
  const saved = useMemo(
    () =>
      counts &&
      savedMatrix(figure, counts, {
        ...{ names, truth: t('true'), predicted: t('predicted') },
        number: (cell) => cellNumber(cell, measure, language),
      }),
    [figure, counts, names, measure, t, language],
  );
  const toggle = useCallback(
    (cell: Cell) => {
      const again = cell.truth === selected?.truth && cell.predicted === selected?.predicted;
      showCell(again ? undefined : cell);
    },
    [selected, showCell],
  );

  return (
    <Section
      title={t('title')}
      word={<Term id="confusion-matrix">{t('title')}</Term>}
      note={<Caption images={evaluation?.images} />}
    >
      <Explanation question={tAll('explain')}>
        {t('explanation')}
        <PanelTerms panel="confusion-matrix" />
      </Explanation>
      <PartField />
      <Frame classes={names.length} label={t('label', wording)}>
        <Chart
          figure={figure}
          saved={saved}
          label={t('label', wording)}
          summary={evaluation ? summary(evaluation) : empty}
          height="100%"
          empty={
            !evaluation && (
              <>
                {empty}
                {why === 'untrained' && <StartTraining />}
              </>
            )
          }
          texts={useChartTexts()}
          onPoint={({ x, y }) => counts && toggle({ truth: y, predicted: x })}
        >
          <MatrixNumbers counts={counts} measure={measure} showCorrect={showCorrect} selected={selected} />
        </Chart>
      </Frame>
      <Toolbar>
        <SegmentedField
          label={t('measure')}
          isLabelHidden
          value={measure}
          options={MEASURES.map((value) => ({ value, label: t(`measures.${value}`) }))}
          onChange={setMeasure}
        />
        <label className={styles.toggle}>
          <input
            type="checkbox"
            checked={showCorrect}
            onChange={(event) => setShowCorrect(event.target.checked)}
          />
          {t('showCorrect')}
        </label>
      </Toolbar>
      {counts && (
        <details
          className={styles.details}
          onToggle={({ currentTarget }) => setTableOpen(currentTarget.open)}
        >
          <summary>{t('table')}</summary>
          {isTableOpen && (
            <CountsTable counts={counts} measure={measure} selected={selected} onSelect={toggle} />
          )}
        </details>
      )}
    </Section>
  );

  function summary({ images, confusion }: Evaluation): string {
    const errors = errorsByCount(confusion);
    const wrong = errors.reduce((sum, cell) => sum + cell.count, 0);
    const worst = errors[0];
    if (!worst) return t('noErrors', { images: formatCount(images, language) });
    const { truth, predicted } = worst;
    return t('summary', {
      wrong: formatCount(wrong, language),
      images: formatCount(images, language),
      truth: names[truth],
      predicted: names[predicted],
      times: formatCount(worst.count, language),
    });
  }
}

/** Room for the matrix: of many classes it scrolls within, where the page is narrow. */
function Frame({ classes, label, children }: FrameProps) {
  const isMany = classes > CLASSES;
  const matrix = (
    <div
      className={styles.matrix}
      data-many={isMany || undefined}
      style={{ '--classes': classes } as CSSProperties}
    >
      {children}
    </div>
  );
  return isMany ? <Scroll label={label}>{matrix}</Scroll> : matrix;
}

/** What the matrix is of. */
function Caption({ images }: { readonly images: number | undefined }): ReactNode {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.confusion-matrix' });
  const part = useLab(shownPart);
  const past = useLab((state) => state.lookBack);
  const run = useLab(({ runs, lookBack }) => runs.find(({ id }) => id === lookBack?.run)?.number);
  const epoch = useLab((state) => keptValidation(state.run).length);
  const isEdited = useLab((state) => state.interventions !== undefined);
  const isTuned = useLab(isFineTuned);
  if (images === undefined) return null;
  const count = formatCount(images, i18n.language);
  if (part === 'validation' && isEdited) return t('ofEdited', { images: count });
  if (part === 'validation' && past) {
    return t(past.epoch === 0 ? 'ofBeginning' : 'ofPast', { run: run ?? '–', epoch: past.epoch });
  }
  if (part === 'validation' && epoch > 0 && !isTuned) return t('ofValidation', { epoch });
  return t(`of.${part}`, { images: count });
}
