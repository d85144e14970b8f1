import { useTranslation } from 'react-i18next';
import { useOutputWording } from '../shared/use-class-names';

/** The way to where a digit is drawn. */
export function ToCanvas() {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.walk' });
  return <a href="#draw">{t('toCanvas', useOutputWording())}</a>;
}
