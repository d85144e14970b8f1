import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { FilePreview } from '../../protocol/data/file-preview';
import { Button, type Press } from '../../ui/Button';
import { useActions, useLab } from '../shared/use-lab';
import styles from './PreviewCard.module.css';
import { RefusedView } from './RefusedView';
import { UnderstoodView } from './UnderstoodView';

/** A person's files before they are used: what was understood, or why they were refused. The data in use stay meanwhile. */
export function PreviewCard() {
  const { t } = useTranslation();
  const preview = useLab((state) => state.filePreview);
  const { cancelPreview } = useActions();
  const card = useRef<HTMLElement>(null);
  const status = preview?.status;
  useEffect(() => {
    // Files can be dropped anywhere on the page: what becomes of them should be in sight.
    card.current?.scrollIntoView({ block: 'nearest' });
    if (status !== 'reading') card.current?.focus({ preventScroll: true });
  }, [status]);
  if (!preview) return null;
  const close = (press: Press) => {
    // The button goes with the preview; the focus stays in the page's content.
    press.currentTarget.closest('main')?.focus({ preventScroll: true });
    cancelPreview();
  };
  return (
    <section ref={card} tabIndex={-1} aria-label={t('panels.data.preview.title')} className={styles.card}>
      <Content preview={preview} onClose={close} />
    </section>
  );
}

interface ContentProps {
  readonly preview: FilePreview;
  readonly onClose: (press: Press) => void;
}

function Content({ preview, onClose }: ContentProps) {
  const { t } = useTranslation();
  switch (preview.status) {
    case 'reading':
      return (
        <>
          <p role="status">{t('panels.data.loading.files')}</p>
          <progress className={styles.bar} aria-label={t('panels.data.loading.files')} value={preview.done} />
          <Button onPress={onClose}>{t('panels.data.preview.cancel')}</Button>
        </>
      );
    case 'understood':
      return <UnderstoodView understood={preview.understood} onCancel={onClose} />;
    case 'refused':
      return <RefusedView problems={preview.problems} onClose={onClose} />;
    default:
      return preview satisfies never;
  }
}
