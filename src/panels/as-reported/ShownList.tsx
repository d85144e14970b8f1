import { useTranslation } from 'react-i18next';
import { isPlace, SHOWN_IN, type ShownItem } from '../../model/reported';
import { Button } from '../../ui/Button';
import { useClassWording } from '../shared/use-class-names';
import { useOffers } from '../shared/use-control';
import { useActions } from '../shared/use-lab';
import styles from './AsReported.module.css';

/** What an author's page showed, each with the way to where this lab shows it. */
export function ShownList({ shown }: { readonly shown: readonly ShownItem[] }) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.as-reported' });
  return (
    <ul className={styles.shown}>
      {shown.map((item) => (
        <li key={item}>
          <span>{t(`shown.${item}`)}</span>
          <Way item={item} />
        </li>
      ))}
    </ul>
  );
}

/** A button to a results panel, or a link to another place of the page. */
function Way({ item }: { readonly item: ShownItem }) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.as-reported' });
  const { t: tLab } = useTranslation();
  const { open } = useActions();
  const offers = useOffers();
  const wording = useClassWording();
  const where = SHOWN_IN[item];
  if (isPlace(where)) {
    return (
      <a className={styles.way} href={`#${where}`}>
        {t(`places.${where}`)}
      </a>
    );
  }
  if (!offers(where)) return null;
  return <Button onPress={() => open(where)}>{tLab(`panels.${where}.title`, wording)}</Button>;
}
