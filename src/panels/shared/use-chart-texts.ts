import { useTranslation } from 'react-i18next';
import type { ChartTexts } from '../../charts/Chart';
import { formatCount } from '../../ui/format';
import { SaveTable } from './save-table';

/** What a chart says while it is on its way, and where it does not come. */
export function useChartTexts(): ChartTexts {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'charts' });
  return {
    loading: t('loading'),
    failed: t('failed'),
    retry: t('retry'),
    save: { label: t('save.label'), png: t('save.png'), svg: t('save.svg'), failed: t('save.failed') },
    table: {
      open: t('table.open'),
      thinned: (shown, all) => t('table.thinned', { shown, all: formatCount(all, i18n.language) }),
      Foot: SaveTable,
    },
  };
}
