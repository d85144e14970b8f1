import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, type Press } from '../../ui/Button';
import type { PictureProblem } from '../shared/read-picture';
import { useActions } from '../shared/use-lab';
import styles from './PreviewCard.module.css';

/** One picture that was given where data are: it may be a photo of a digit, to be read. */
export function LonePicture() {
  const { t } = useTranslation();
  const { givenFile, showScannedInk, cancelPreview } = useActions();
  const [problem, setProblem] = useState<PictureProblem>();
  const file = givenFile();
  if (!file) return null;
  const read = (press: Press) => {
    const main = press.currentTarget.closest('main');
    setProblem(undefined);
    // Looking for ink is needed by few, so its code comes when it is.
    import('../shared/read-picture')
      .then(({ readPicture }) => readPicture(file))
      .then((found) => {
        if (typeof found === 'string') {
          setProblem(found);
          return;
        }
        main?.focus({ preventScroll: true });
        showScannedInk(found);
        cancelPreview();
      })
      .catch(() => setProblem('not-a-picture'));
  };
  return (
    <>
      <Button variant="primary" onPress={read}>
        {t('panels.data.preview.asDrawing')}
      </Button>
      {problem !== undefined && (
        <p className={styles.bad} role="alert">
          {t(`panels.draw.other.problems.${problem}`)}
        </p>
      )}
    </>
  );
}
