import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { VisTable } from '../../charts/VisChart';
import type { DrawVis } from '../../charts/vis-drawing';
import { trainedNetwork } from '../../model/settings';
import { planOf } from '../../model/shapes';
import { formatCount } from '../../ui/format';
import { countedLayerName } from '../shared/layer-name';
import { SaveTable } from '../shared/save-table';
import { useChartTexts } from '../shared/use-chart-texts';
import { useLab } from '../shared/use-lab';
import { Block } from './Block';

/** Shapes and parameters of the network in use, layer by layer, as it is trained: with dropout. */
export function LayerSummary() {
  const { t: tAll } = useTranslation();
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.inspector' });
  const built = useLab((state) => state.built);
  const plan = useMemo(() => built && planOf(trainedNetwork(built)), [built]);
  const draw = useCallback<DrawVis>(() => {
    const count = (value: number) => formatCount(value, i18n.language);
    const rows = (plan?.layers ?? []).map(({ layer, output, parameters }) => [
      countedLayerName(layer, tAll),
      output.join(' × '),
      count(parameters),
    ]);
    return {
      kind: 'table',
      label: t('summary.title'),
      headers: [t('summary.layer'), t('summary.output'), t('summary.parameters')],
      rows: [...rows, [t('summary.total'), '', count(plan?.parameters ?? 0)]],
    };
  }, [plan, t, tAll, i18n.language]);
  return (
    <Block title={t('summary.title')} term="layer">
      <VisTable name={t('summary.title')} draw={draw} texts={useChartTexts()} />
      <SaveTable name={t('summary.title')} />
    </Block>
  );
}
