import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { useOutputWording } from '../shared/use-class-names';
import styles from './OtherWays.module.css';
import { pickPicture } from './pick-picture';
import { ShowDigit } from './ShowDigit';
import type { Picture } from './use-picture';

/** Ways to a digit on the pad that don't need a hand that draws. */
export function OtherWays({ picture }: { readonly picture: Picture }) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.draw.other' });
  const wording = useOutputWording();
  const { isReading, problem, take } = picture;
  return (
    <div className={styles.ways}>
      <ShowDigit />
      <div className={styles.row}>
        <Button isDisabled={isReading} onPress={() => pickPicture(take)}>
          {t('picture')}
        </Button>
        <span>{t(isReading ? 'reading' : 'orDrop')}</span>
      </div>
      {problem && (
        <p role="alert" className={styles.problem}>
          {t(`problems.${problem}`, wording)}
        </p>
      )}
    </div>
  );
}
