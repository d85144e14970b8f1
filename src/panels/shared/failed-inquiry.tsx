import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { Note } from '../../ui/Note';

interface FailedInquiryProps {
  /** What could not be done; left open, that the engine could not answer. */
  readonly text?: string;
  readonly onRetry: () => void;
  /** Other ways out. */
  readonly children?: ReactNode;
}

/** A question that the engine did not answer, and the way to ask it again. */
export function FailedInquiry({ text, onRetry, children }: FailedInquiryProps) {
  const { t } = useTranslation('translation', { keyPrefix: 'inquiry' });
  return (
    <Note role="alert">
      {text ?? t('failed')} <Button onPress={onRetry}>{t('retry')}</Button>
      {children}
    </Note>
  );
}
