import { memo, useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { toInk } from '../../model/grey';
import { INPUT_SIDE, INPUT_SIZE } from '../../model/network';
import type { Inquiries } from '../../protocol/engine-api';
import type { Neighbour } from '../../protocol/inspect';
import { isActive } from '../../state/run/run-state';
import { formatCount } from '../../ui/format';
import { PixelCanvas } from '../../ui/PixelCanvas';
import { greyPixels } from '../../ui/pixels';
import { useClassNames, useClassPhrase } from '../shared/use-class-names';
import { useInquiry } from '../shared/use-inquiry';
import { useActions, useInquiries, useLab } from '../shared/use-lab';
import styles from './NearestImages.module.css';
import { usePreprocessed } from './use-preprocessed';

const SHOWN = 5;

interface Nearest extends Neighbour {
  /** [784], 0 to 1 */
  readonly image: Float32Array;
}

/** The training images that are most like the drawing, in the eyes of the network: what it goes by. */
export const NearestImages = memo(function NearestImages() {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.draw.nearest' });
  const { nearest, isWaiting } = useNearest();
  // Without training images there are none; while the weights change, others at every moment.
  if (!nearest && !isWaiting) return null;
  return (
    <div className={styles.nearest}>
      <span>{t('title')}</span>
      <ol>
        {Array.from({ length: SHOWN }, (_, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: places that stay where they are
          <li key={i}>
            <NearestImage found={nearest?.[i]} />
          </li>
        ))}
      </ol>
    </div>
  );
});

function NearestImage({ found }: { readonly found: Nearest | undefined }) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.draw.nearest' });
  const names = useClassNames();
  const phrase = useClassPhrase();
  const { select } = useActions();
  if (!found) return <PixelCanvas pixels={undefined} className={styles.image} />;
  const { set, position, label, image } = found;
  const place = formatCount(position, i18n.language);
  return (
    <button
      type="button"
      aria-label={t('image', { position: place, class: phrase(label) })}
      onClick={() => select({ image: { set, position } })}
    >
      <PixelCanvas
        pixels={greyPixels({ width: INPUT_SIDE, height: INPUT_SIDE, values: image })}
        className={styles.image}
      />
      <span>{names[label]}</span>
    </button>
  );
}

/** Asked for when the pen has rested, and again with other weights, but not while they change all the time. */
function useNearest(): { readonly nearest: readonly Nearest[] | undefined; readonly isWaiting: boolean } {
  const inquiries = useInquiries();
  const isTraining = useLab(({ run }) => isActive(run.phase));
  const hasData = useLab(({ dataset }) => dataset.status === 'ready');
  const image = usePreprocessed()?.image;
  const question = useCallback((engine: Inquiries) => nearestTo(engine, image), [image]);
  const canAsk = hasData && !isTraining;
  const { status, answer } = useInquiry(canAsk && image ? question : undefined);
  useEffect(() => () => void inquiries.cancelNeighbours('draw').catch(() => undefined), [inquiries]);
  return { nearest: answer, isWaiting: canAsk && (!image || status === 'loading') };
}

async function nearestTo(
  engine: Inquiries,
  image: Float32Array | undefined,
): Promise<readonly Nearest[] | undefined> {
  const found = image && (await engine.neighbours(image, SHOWN, 'draw'));
  if (!found) return undefined;
  const positions = Uint32Array.from(found, ({ position }) => position);
  const pictures = await engine.images('train', positions);
  return (
    pictures &&
    found.map((neighbour, i) => {
      const greys = pictures.images.subarray(i * INPUT_SIZE, (i + 1) * INPUT_SIZE);
      return { ...neighbour, image: toInk(greys) };
    })
  );
}
