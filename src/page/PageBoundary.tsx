import { Component, type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useActions, useLab } from '../panels/shared/use-lab';
import { keepsRun } from '../state/keeping/would-be-lost';
import { isActive } from '../state/run/run-state';
import { Button } from '../ui/Button';
import styles from './PageBoundary.module.css';

interface PageBoundaryProps {
  readonly children: ReactNode;
}

/**
 * What is shown when the page itself breaks: outside of all panels, which have boundaries of their own. The engine goes on
 * without it. It fetches nothing; should even this break, the sentence in index.html is shown.
 */
export class PageBoundary extends Component<PageBoundaryProps, { readonly error: Error | undefined }> {
  override state = { error: undefined as Error | undefined };

  static getDerivedStateFromError(error: unknown) {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render() {
    const { error } = this.state;
    return error ? <Crashed error={error} /> : this.props.children;
  }
}

function Crashed({ error }: { readonly error: Error }) {
  const { t } = useTranslation('translation', { keyPrefix: 'app.crashed' });
  const isRunning = useLab((state) => state.run.phase === 'running');
  const hasRun = useLab((state) => isActive(state.run.phase));
  const isKept = useLab(keepsRun);
  const { pause } = useActions();
  // A run that pauses is kept as it stands, so that the reload costs not even its last seconds.
  useEffect(() => {
    if (isRunning && isKept) pause();
  }, [isRunning, isKept, pause]);
  return (
    <main className={styles.crashed}>
      <div role="alert">
        <h1>{t('title')}</h1>
        <p>{t('text')}</p>
        {hasRun && <p>{t(isKept ? 'kept' : 'notKept')}</p>}
      </div>
      <Button variant="primary" onPress={() => window.location.reload()}>
        {t('reload')}
      </Button>
      <details className={styles.details}>
        <summary>{t('details')}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long line scrolls, for which the keyboard needs a stop */}
        <pre translate="no" tabIndex={0}>
          {detailsOf(error)}
        </pre>
      </details>
    </main>
  );
}

/** Chromium's stack begins with the message, that of others lacks it. */
const detailsOf = ({ name, message, stack = '' }: Error): string =>
  stack.includes(message) ? stack : `${name}: ${message}\n${stack}`;
