import { Trans, useTranslation } from 'react-i18next';
import type { DataProgress } from '../../data/dataset';
import type { DatasetId } from '../../model/settings';
import type { DatasetState } from '../../protocol/data/dataset-state';
import { formatCount, formatNumber } from '../../ui/format';
import styles from './DataPanel.module.css';
import { DataProblems } from './DataProblems';
import { sourceName } from './source-name';

/** Where the data stand: on their way, there, or missing and why. */
interface DatasetTextProps {
  readonly dataset: DatasetState;
  /** Digits are drawn because MNIST could not be had. */
  readonly withoutMnist: boolean;
}

export function DatasetText({ dataset, withoutMnist }: DatasetTextProps) {
  const { t } = useTranslation();
  switch (dataset.status) {
    case 'loading':
      return <Loading id={dataset.id} progress={dataset.progress} />;
    case 'ready':
      return (
        <div>
          <Ready dataset={dataset} />
          {dataset.refused && (
            <p className={styles.bad} role="alert">
              {t(withoutMnist ? 'panels.data.insteadOfMnist' : `panels.data.refused.${dataset.refused}`)}
            </p>
          )}
          <DataProblems problems={dataset.problems} open={dataset.refused !== undefined} />
        </div>
      );
    case 'missing':
      return (
        <div role="alert">
          <p className={styles.bad}>
            {t(dataset.id === 'mnist' ? 'panels.data.missing' : 'panels.data.noFiles')}
          </p>
          <DataProblems problems={dataset.problems} open />
        </div>
      );
    default:
      return dataset satisfies never;
  }
}

interface LoadingProps {
  readonly id: DatasetId;
  readonly progress: DataProgress;
}

function Loading({ id, progress: { received, total, source } }: LoadingProps) {
  const { t, i18n } = useTranslation();
  const what = t(`panels.data.loading.${id}`);
  const megabytes = (bytes: number) => formatNumber(bytes / 1e6, i18n.language, 1);
  return (
    <div>
      <p className={styles.text} role="status">
        {what}
      </p>
      <progress
        className={styles.bar}
        aria-label={what}
        {...(total > 0 ? { max: total, value: received } : {})}
      />
      {total > 0 && (
        <p className={styles.small}>
          {t(id === 'synthetic' ? 'panels.data.drawing' : 'panels.data.loadingBytes', {
            received: megabytes(received),
            total: megabytes(total),
            source: sourceName(source, t),
          })}
        </p>
      )}
    </div>
  );
}

function Ready({ dataset }: { readonly dataset: Extract<DatasetState, { status: 'ready' }> }) {
  const { t, i18n } = useTranslation();
  const count = (value: number) => formatCount(value, i18n.language);
  const { id, train, validation, test, official, origin } = dataset;
  return (
    <>
      <p className={styles.text}>
        <Trans
          i18nKey="panels.data.counts"
          values={{ train: count(train), validation: count(validation), test: count(test) }}
          components={{ b: <b /> }}
        />
      </p>
      <p className={styles.small}>
        {id === 'synthetic'
          ? t('panels.data.synthetic')
          : t(official ? 'panels.data.official' : 'panels.data.yours', { origin: sourceName(origin, t) })}
      </p>
    </>
  );
}
