import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import styles from './AboutLab.module.css';

interface AboutLabProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** What the page is, in three paragraphs. */
export function AboutLab({ isOpen, onClose }: AboutLabProps) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.help.about' });
  return (
    <ModalOverlay
      className={styles.overlay as string}
      isOpen={isOpen}
      onOpenChange={(isNowOpen) => {
        if (!isNowOpen) onClose();
      }}
      isDismissable
    >
      <Modal className={styles.modal as string}>
        <Dialog className={styles.dialog as string}>
          <Heading slot="title">{t('title')}</Heading>
          <p>{t('what')}</p>
          <p>{t('how')}</p>
          <p>{t('where')}</p>
          <Button slot="close" className={styles.close as string}>
            {t('close')}
          </Button>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
