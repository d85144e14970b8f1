import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { IMAGE_SIDE } from '../../ink/center';
import type { Ranked } from '../../metrics/top';
import type { Inquiries } from '../../protocol/engine-api';
import { PixelCanvas } from '../../ui/PixelCanvas';
import { greyPixels } from '../../ui/pixels';
import { useClassWording } from '../use-class-names';
import { useInquiry } from '../use-inquiry';
import styles from './Doubt.module.css';
import { drawingTip } from './drawing-tip';
import { NEEDS_TIP } from './surety';
import { useSeen } from './use-seen';

/**
 * That a drawing looks like no digit, and how to draw so that it is read. Not while the pen moves: half a digit is none.
 * @param first - the likeliest class; undefined without an answer
 */
export function Doubt({ first }: { readonly first: Ranked | undefined }) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.draw.doubt' });
  const seen = useSeen();
  const isStrange = useStrangeness(seen?.image) && first !== undefined;
  const isUnsure = first !== undefined && first.probability < NEEDS_TIP;
  return (
    <div aria-live="polite">
      {seen && (isStrange || isUnsure) && (
        <div className={styles.doubt}>
          <PixelCanvas
            pixels={greyPixels({ width: IMAGE_SIDE, height: IMAGE_SIDE, values: seen.image })}
            name={t('seen')}
            className={styles.image}
          />
          <div>
            {isStrange && <b>{t('strange')}</b>}
            <p>{t(`tip.${drawingTip(seen)}`)}</p>
          </div>
        </div>
      )}
    </div>
  );
}

/** True where the detector says that an image is no digit. It knows nothing of other classes. */
function useStrangeness(image: Float32Array | undefined): boolean {
  const areDigits = useClassWording().context !== 'named';
  const question = useCallback(
    (engine: Inquiries) => (image ? engine.looksLikeDigit(image) : Promise.resolve(undefined)),
    [image],
  );
  const { answer } = useInquiry(areDigits && image ? question : undefined, 'nothing');
  return answer === false;
}
