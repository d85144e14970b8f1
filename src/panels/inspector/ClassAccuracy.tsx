import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { VisTable } from '../../charts/VisChart';
import type { DrawVis } from '../../charts/vis-drawing';
import { digitCounts } from '../../metrics/report';
import { shownReadings } from '../../state/inspection/inspection-selectors';
import { formatCount, formatShare } from '../../ui/format';
import { PartField } from '../shared/part-field';
import { SaveTable } from '../shared/save-table';
import { useChartTexts } from '../shared/use-chart-texts';
import { useClassNames, useClassWording } from '../shared/use-class-names';
import { useLab } from '../shared/use-lab';
import { Block } from './Block';

/** Of the images of each digit, how many are read right. */
export function ClassAccuracy() {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.inspector' });
  const counts = useLab((state) => shownReadings(state)?.evaluation.confusion);
  return (
    <Block title={t('classes.title', useClassWording())} term="accuracy">
      <PartField />
      {counts && <ClassTable counts={counts} />}
    </Block>
  );
}

function ClassTable({ counts }: { readonly counts: readonly number[] }) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.inspector' });
  const names = useClassNames();
  const wording = useClassWording();
  const draw = useCallback<DrawVis>(
    () => ({
      kind: 'table',
      label: t('classes.title', wording),
      headers: [t('classes.digit', wording), t('classes.accuracy'), t('classes.right'), t('classes.images')],
      rows: digitCounts(counts).map(({ support, right }, digit) => [
        names[digit] ?? '',
        support === 0 ? '–' : formatShare(right / support, i18n.language),
        formatCount(right, i18n.language),
        formatCount(support, i18n.language),
      ]),
    }),
    [counts, names, wording, t, i18n.language],
  );
  return (
    <>
      <VisTable name={t('classes.title')} draw={draw} texts={useChartTexts()} />
      <SaveTable name={t('classes.title')} />
    </>
  );
}
