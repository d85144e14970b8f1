import { useTranslation } from 'react-i18next';
import { differenceInterval, type Tally } from '../../metrics/interval';
import { measured } from '../../state/inspection/inspection-selectors';
import { formatPoints } from '../../ui/format';
import { Note } from '../../ui/Note';
import { Table } from '../../ui/Table';
import { Term } from '../shared/term';
import { useLab } from '../shared/use-lab';
import { CountCell, ShareCell } from './ShareCells';
import type { OwnTallies } from './tallies';

/** How well the network in use reads the data set, and how well the person's own hand. */
export function Accuracies({ own }: { readonly own: OwnTallies }) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.own-digits' });
  const part = useLab((state) => measured(state)?.part);
  const evaluation = useLab((state) => measured(state)?.evaluation);
  const set = useLab((state) => state.dataset.id);
  const data: Tally | undefined = evaluation && {
    images: evaluation.images,
    right: Math.round(evaluation.accuracy * evaluation.images),
  };
  const hasLearnt = own.learnt.images > 0;
  return (
    <>
      <Table caption={t('accuracies')}>
        <thead>
          <tr>
            <th scope="col">{t('of')}</th>
            <th scope="col">{t('readRight')}</th>
            <th scope="col" aria-label={t('accuracy')}>
              <Term id="interval">{t('accuracy')}</Term>
            </th>
          </tr>
        </thead>
        <tbody>
          {data && part && <Row name={t(`parts.${part}`, { set: t(`sets.${set}`) })} tally={data} />}
          <Row name={t(hasLearnt ? 'handUnseen' : 'hand')} tally={own.unseen} />
          {hasLearnt && <Row name={t('handLearnt')} tally={own.learnt} />}
        </tbody>
      </Table>
      <Note role="status">{data ? <Difference own={own.unseen} data={data} /> : t('unmeasured')}</Note>
    </>
  );
}

function Row({ name, tally }: { readonly name: string; readonly tally: Tally }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <CountCell {...tally} />
      <ShareCell {...tally} />
    </tr>
  );
}

/** In a sentence, with what so few digits can tell. */
function Difference({ own, data }: { readonly own: Tally; readonly data: Tally }) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.own-digits' });
  if (own.images === 0) return t('noneUnseen');
  const interval = differenceInterval(own, data);
  const points = (share: number) => formatPoints(share, i18n.language, 1);
  const is = interval.high < 0 ? 'worse' : interval.low > 0 ? 'better' : 'alike';
  return t(`difference.${is}`, {
    count: own.images,
    points: points(own.right / own.images - data.right / data.images),
    low: points(interval.low),
    high: points(interval.high),
  });
}
