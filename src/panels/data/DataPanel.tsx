import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DatasetId } from '../../model/settings';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { FileButton } from '../../ui/FileButton';
import { SelectField } from '../../ui/SelectField';
import { useActions, useLab } from '../use-lab';
import styles from './DataPanel.module.css';
import { DatasetText } from './DatasetText';

const DATASETS = ['mnist', 'files'] as const satisfies readonly DatasetId[];

export function DataPanel() {
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
              <FileButton onChoose={loadFiles}>{t('panels.data.choose')}</FileButton>
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
