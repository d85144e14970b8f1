import { useTranslation } from 'react-i18next';
import { FileButton } from '../../ui/FileButton';
import type { PickedFile } from '../../ui/picked-file';
import styles from './DataPanel.module.css';

interface FileChooserProps {
  readonly onChoose: (files: readonly PickedFile[]) => void;
}

/** The ways in for a person's own files. */
export function FileChooser({ onChoose }: FileChooserProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.choose}>
      <FileButton onChoose={onChoose}>{t('panels.data.choose')}</FileButton>
      <FileButton onChoose={onChoose} isForFolder>
        {t('panels.data.chooseFolder')}
      </FileButton>
      <p>{t('panels.data.drop')}</p>
    </div>
  );
}
