import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button';
import styles from './PanelBoundary.module.css';

interface PanelBoundaryProps {
  readonly children: ReactNode;
}

/** Keeps a panel that breaks from taking the page with it. */
export class PanelBoundary extends Component<PanelBoundaryProps, { readonly error: Error | undefined }> {
  override state = { error: undefined as Error | undefined };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render() {
    const { error } = this.state;
    if (!error) return this.props.children;
    return <Broken reason={error.message} onRetry={() => this.setState({ error: undefined })} />;
  }
}

function Broken({ reason, onRetry }: { readonly reason: string; readonly onRetry: () => void }) {
  const { t } = useTranslation();
  return (
    <div className={styles.broken} role="alert">
      <p>{t('app.panelFailed', { reason })}</p>
      <Button onPress={onRetry}>{t('app.panelRetry')}</Button>
    </div>
  );
}
