import { useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImageRef } from '../../protocol/data/images';
import type { Inquiries } from '../../protocol/engine-api';
import type { Neighbour } from '../../protocol/inspect';
import { ClippedText } from '../../ui/ClippedText';
import { formatCount, formatSignificant } from '../../ui/format';
import { Note } from '../../ui/Note';
import { PixelCanvas } from '../../ui/PixelCanvas';
import { FailedInquiry } from '../shared/failed-inquiry';
import { SubjectSteps } from '../shared/subject-steps';
import { useClassNames, useClassPhrase } from '../shared/use-class-names';
import { useInquiry } from '../shared/use-inquiry';
import { useActions, useInquiries, useLab } from '../shared/use-lab';
import { useLast } from '../shared/use-last';
import { digitPixels } from './digit-pixels';
import styles from './Neighbours.module.css';

const SHOWN = 8;

interface Found {
  readonly neighbours: readonly Neighbour[];
  /** uint8, [n, 784] */
  readonly images: Uint8Array;
}

/** The training images that are most like the image in sight, in the eyes of the network. */
export function Neighbours() {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.projection.neighbours' });
  const subject = useLab((state) => state.subject);
  const { status, answer, retry } = useNeighbours();
  const found = useLast(answer);
  const names = useClassNames();
  const phrase = useClassPhrase();
  const { select } = useActions();
  return (
    <div className={styles.neighbours} aria-busy={status === 'loading'}>
      <h3>{t('title')}</h3>
      <Note>{t(`of.${subject?.from ?? 'none'}`)}</Note>
      {status === 'failed' && <FailedInquiry text={t('failed')} onRetry={retry} />}
      {!found && status === 'loading' && <Note>{t('loading')}</Note>}
      <ol className={styles.list} data-old={status === 'loading' || undefined}>
        {found?.neighbours.map(({ set, position, label, distance }, i) => (
          <li key={position}>
            <button
              type="button"
              aria-label={t('image', {
                position: formatCount(position, i18n.language),
                label: phrase(label),
                distance: formatSignificant(distance, i18n.language, 3),
              })}
              onClick={() => select({ image: { set, position } })}
            >
              <PixelCanvas pixels={digitPixels(found.images, i)} className={styles.image} />
              <b>
                <ClippedText>{names[label] ?? ''}</ClippedText>
              </b>
              <span>{formatSignificant(distance, i18n.language, 3)}</span>
            </button>
          </li>
        ))}
      </ol>
      {found && <SubjectSteps />}
    </div>
  );
}

/** Asked again for another image, and when the weights have come to rest at others. */
function useNeighbours() {
  const inquiries = useInquiries();
  const subject = useLab((state) => state.subject);
  const image = subject?.image;
  const weights = useLab((state) => state.restingWeights);
  const set = subject?.ref?.set;
  const position = subject?.ref?.position;
  // biome-ignore lint/correctness/useExhaustiveDependencies: other weights are another question
  const question = useCallback(
    (engine: Inquiries) => find(engine, image, set && position !== undefined ? { set, position } : undefined),
    [image, set, position, weights],
  );
  useEffect(() => () => void inquiries.cancelNeighbours('projection').catch(() => undefined), [inquiries]);
  return useInquiry(image && question, 'nothing');
}

async function find(
  engine: Inquiries,
  image: Float32Array | undefined,
  own: ImageRef | undefined,
): Promise<Found | undefined> {
  const found = image && (await engine.neighbours(image, SHOWN + 1, 'projection'));
  if (!found) return undefined;
  const isOwn = ({ set, position }: Neighbour) => set === own?.set && position === own.position;
  const neighbours = found.filter((neighbour) => !isOwn(neighbour)).slice(0, SHOWN);
  const positions = Uint32Array.from(neighbours, ({ position }) => position);
  const images = await engine.images('train', positions);
  return images && { neighbours, images: images.images };
}
