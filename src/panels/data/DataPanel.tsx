import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CHOICES, type DatasetId } from '../../model/settings';
import { isWithoutMnist } from '../../state/data/data-selectors';
import { Button } from '../../ui/Button';
import { FoldCard } from '../../ui/FoldCard';
import type { PickedFile } from '../../ui/picked-file';
import { SelectField } from '../../ui/SelectField';
import { useFileDrop } from '../../ui/use-file-drop';
import { SettingTerm } from '../shared/term';
import { useAreHidden, useControl } from '../shared/use-control';
import { useActions, useLab } from '../shared/use-lab';
import styles from './DataPanel.module.css';
import { DatasetText } from './DatasetText';
import { FileChooser } from './FileChooser';
import { Preview } from './Preview';
import { SyntheticFields } from './SyntheticFields';

const FIELDS = ['dataset', 'syntheticShare', 'digits', 'digitNoise', 'digitBlur'] as const;

/** Which data are in use, where they come from, and a way in for others. */
export function DataPanel() {
  const { t } = useTranslation();
  const inUse = useLab((state) => state.settings.dataset);
  const dataset = useLab((state) => state.dataset);
  const withoutMnist = useLab(isWithoutMnist);
  const hasOwnFiles = useLab((state) => state.hasOwnFiles);
  const preview = useLab((state) => state.filePreview);
  const { chooseDataset, previewFiles } = useActions();
  /** 'Your files' was chosen, but no files yet: the data in use stay until they are there. */
  const [asksForFiles, setAsksForFiles] = useState(false);
  const dragging = useFileDrop(previewFiles);
  const shown = asksForFiles ? 'files' : dataset.status === 'loading' ? dataset.id : inUse;
  const choose = (id: DatasetId) => {
    const mustAsk = id === 'files' && inUse !== 'files' && !hasOwnFiles;
    setAsksForFiles(mustAsk);
    const alreadyThere = inUse === id && dataset.status !== 'missing';
    if (!mustAsk && !alreadyThere) chooseDataset(id);
  };
  const give = (files: readonly PickedFile[]) => {
    setAsksForFiles(false);
    previewFiles(files);
  };
  const lacksData = dataset.status === 'missing' || withoutMnist;
  const { state: control, reason } = useControl('dataset');
  const areHidden = useAreHidden(FIELDS) && !lacksData && !preview && dataset.status === 'ready';
  if (areHidden) return null;
  const offersFiles = shown === 'files' || lacksData || preview?.status === 'refused';
  return (
    <div className={dragging ? styles.dragging : undefined}>
      <FoldCard
        title={t('panels.data.title')}
        summary={t(`settings.dataset.options.${shown}`)}
        isOpenAtFirst
        opensFor={lacksData || preview !== undefined || asksForFiles}
        explain={t('settings.explain')}
      >
        <div className={styles.fields}>
          {control !== 'hidden' && (
            <SelectField<DatasetId>
              label={t('settings.dataset.label')}
              word={<SettingTerm name="dataset" />}
              {...(reason !== undefined && { hint: reason })}
              isDisabled={reason !== undefined}
              value={shown}
              options={CHOICES.dataset.options.map((id) => ({
                value: id,
                label: t(`settings.dataset.options.${id}`),
              }))}
              onChange={choose}
            />
          )}
          <DatasetText dataset={dataset} withoutMnist={withoutMnist} />
          {withoutMnist && <Button onPress={() => chooseDataset('mnist')}>{t('panels.data.retry')}</Button>}
          {offersFiles && <FileChooser onChoose={give} />}
          <Preview />
          <SyntheticFields isDataset={shown === 'synthetic'} />
        </div>
      </FoldCard>
    </div>
  );
}
