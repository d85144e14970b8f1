import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { focusBefore } from '../../ui/focus-before';
import { formatCount, formatShare } from '../../ui/format';
import { Note } from '../../ui/Note';
import { SegmentedField } from '../../ui/SegmentedField';
import { Toolbar } from '../../ui/Toolbar';
import { Term } from '../shared/term';
import type { ShownProjection } from './use-projection';

const METHODS = ['pca', 'umap'] as const;

/** The choice of the method, what is shown or under way, and what can be done about it. */
export function ProjectionBar({ shown }: { readonly shown: ShownProjection }) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.projection' });
  const { method, choose, compute, cancel, status, projection, isOutdated } = shown;
  const isComputing = status === 'computing';
  return (
    <Toolbar>
      <SegmentedField
        label={t('method')}
        isLabelHidden
        value={method}
        options={METHODS.map((value) => ({ value, label: t(`methods.${value}`) }))}
        onChange={choose}
      />
      <Term id={method} isMark>
        {t(`methods.${method}`)}
      </Term>
      <Note role="status">
        <About shown={shown} />
      </Note>
      {/* One button throughout: the keyboard stays on it while it is computed, and when that is over. */}
      {method === 'umap' && (
        <Button
          isDisabled={!isComputing && projection !== undefined && !isOutdated}
          onPress={isComputing ? cancel : compute}
        >
          {t(isComputing ? 'cancel' : projection ? 'update' : 'compute')}
        </Button>
      )}
      {method === 'pca' && status === 'failed' && (
        <Button
          onPress={({ currentTarget }) => {
            focusBefore(currentTarget);
            compute();
          }}
        >
          {t('retry')}
        </Button>
      )}
    </Toolbar>
  );
}

function About({ shown }: { readonly shown: ShownProjection }) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.projection' });
  const { projection, status, isOutdated, method } = shown;
  if (status === 'computing' && (method === 'umap' || !projection)) return t('computing');
  if (status === 'failed') return t('failed');
  if (!projection) return null;
  if (isOutdated) return t('outdated');
  const images = formatCount(projection.positions.length, i18n.language);
  const batches = t('batches', { count: projection.trainedBatches });
  const [across, up] = projection.shares ?? [];
  if (across === undefined || up === undefined) return t(`shown.${projection.part}`, { images, batches });
  return t(`shownShare.${projection.part}`, {
    images,
    batches,
    share: formatShare(across + up, i18n.language, 0),
  });
}
