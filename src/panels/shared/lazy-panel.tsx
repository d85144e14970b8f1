import { type ComponentType, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fetchPanelTexts } from '../../locales/i18n';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { FailedInquiry } from './failed-inquiry';

/** A panel whose code is fetched when it is first opened: what few visits need does not hold up the page. */
export function lazyPanel(load: () => Promise<ComponentType>): ComponentType {
  let known: ComponentType | undefined;
  return function LazyPanel() {
    const { t } = useTranslation();
    const [Loaded, setLoaded] = useState(() => known);
    const [hasFailed, setFailed] = useState(false);
    useEffect(() => {
      if (Loaded || hasFailed) return;
      let isShown = true;
      Promise.all([load(), fetchPanelTexts()]).then(
        ([component]) => {
          known = component;
          if (isShown) setLoaded(() => component);
        },
        () => isShown && setFailed(true),
      );
      return () => {
        isShown = false;
      };
    }, [Loaded, hasFailed]);
    if (Loaded) return <Loaded />;
    if (hasFailed) {
      return (
        <FailedInquiry text={t('app.panelNotLoaded')} onRetry={() => setFailed(false)}>
          {' '}
          <Button onPress={() => window.location.reload()}>{t('app.reload')}</Button>
        </FailedInquiry>
      );
    }
    return <EmptyState text={t('app.panelLoading')} />;
  };
}
