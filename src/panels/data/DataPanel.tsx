import { type DragEvent, useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { Trans, useTranslation } from 'react-i18next';
import type { DatasetId } from '../../model/settings';
import type { DatasetState } from '../../protocol/engine-api';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { formatCount, formatNumber } from '../../ui/format';
import { SelectField } from '../../ui/SelectField';
import type { Panel } from '../panel';
import { useActions, useLab } from '../use-lab';
import styles from './DataPanel.module.css';

const DATASETS = ['mnist', 'files'] as const satisfies readonly DatasetId[];

function DataPanel() {
  const { t } = useTranslation();
  const chosen = useLab((state) => state.settings.dataset);
  const dataset = useLab((state) => state.dataset);
  const { change, loadMnist, loadFiles } = useActions();
  const [dragging, setDragging] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setDragging(false);
    const files = [...event.dataTransfer.files];
    if (files.length > 0) loadFiles(files);
  };
  const choose = (id: DatasetId) => {
    if (id === 'mnist') loadMnist();
    else change({ dataset: id });
  };
  return (
    // Dropping is a second way; the button below does the same for every hand and keyboard.
    // biome-ignore lint/a11y/noStaticElementInteractions: a drop target is not a control
    <div
      className={dragging ? styles.dragging : undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setDragging(true);
      }}
      onDragLeave={() => setDragging(false)}
      onDrop={drop}
    >
      <Card title={t('panels.data.title')}>
        <div className={styles.fields}>
          <SelectField<DatasetId>
            label={t('settings.dataset.label')}
            value={chosen}
            options={DATASETS.map((id) => ({ value: id, label: t(`settings.dataset.options.${id}`) }))}
            onChange={choose}
          />
          <DatasetText dataset={dataset} chosen={chosen} />
          {(chosen === 'files' || dataset.status === 'missing') && (
            <div className={styles.choose}>
              <FileTrigger
                allowsMultiple
                onSelect={(files) => files && files.length > 0 && loadFiles([...files])}
              >
                <Button>{t('panels.data.choose')}</Button>
              </FileTrigger>
              {dataset.status === 'missing' && chosen === 'mnist' && (
                <Button onPress={loadMnist}>{t('panels.data.retry')}</Button>
              )}
              <p>{t('panels.data.drop')}</p>
            </div>
          )}
        </div>
      </Card>
    </div>
  );
}

function DatasetText({ dataset, chosen }: { readonly dataset: DatasetState; readonly chosen: DatasetId }) {
  const { t, i18n } = useTranslation();
  const count = (value: number) => formatCount(value, i18n.language);
  switch (dataset.status) {
    case 'loading': {
      const { received, total, source } = dataset.progress;
      const megabytes = (bytes: number) => formatNumber(bytes / 1e6, i18n.language, 1);
      return (
        <div role="status">
          <p className={styles.text}>{t('panels.data.loading')}</p>
          <progress
            className={styles.bar}
            aria-label={t('panels.data.loading')}
            {...(total > 0 ? { max: total, value: received } : {})}
          />
          {total > 0 && (
            <p className={styles.small}>
              {t('panels.data.loadingBytes', {
                received: megabytes(received),
                total: megabytes(total),
                source,
              })}
            </p>
          )}
        </div>
      );
    }
    case 'ready': {
      const { train, validation, test, official, origin, problems } = dataset;
      return (
        <div>
          <p className={styles.text}>
            <Trans
              i18nKey="panels.data.counts"
              values={{ train: count(train), validation: count(validation), test: count(test) }}
              components={{ b: <b /> }}
            />
          </p>
          <p className={styles.small}>
            {t(official ? 'panels.data.official' : 'panels.data.yours', { origin })}
          </p>
          {chosen === 'files' && problems.length > 0 && (
            <p className={styles.bad}>{t('panels.data.refused')}</p>
          )}
          <Problems dataset={dataset} />
        </div>
      );
    }
    case 'missing':
      return (
        <div role="alert">
          <p className={styles.bad}>
            {t(chosen === 'mnist' ? 'panels.data.missing' : 'panels.data.noFiles')}
          </p>
          <Problems dataset={dataset} />
        </div>
      );
    default:
      return dataset satisfies never;
  }
}

function Problems({ dataset }: { readonly dataset: DatasetState }) {
  const { t } = useTranslation();
  if (dataset.problems.length === 0) return null;
  return (
    <details className={styles.problems} open={dataset.status === 'missing'}>
      <summary>{t('panels.data.problems')}</summary>
      <ul>
        {dataset.problems.map(({ code, file, source, found = '', wanted = '' }) => (
          <li key={`${source} ${file} ${code}`}>
            {t(`data.problems.${code}`, { file, source, found, wanted })}
          </li>
        ))}
      </ul>
    </details>
  );
}

export const dataPanel: Panel = { id: 'data', place: 'setup', Component: DataPanel };
