import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { INPUT_SIDE } from '../../model/network';
import type { ImageSummary } from '../../protocol/inspect';
import { ClippedText } from '../../ui/ClippedText';
import { EmptyState } from '../../ui/EmptyState';
import { VirtualGrid } from '../../ui/VirtualGrid';
import { useClassNames } from '../shared/use-class-names';
import { useActions, useLab } from '../shared/use-lab';
import { usePictures } from '../shared/use-pictures';
import { setOf } from './browsed-images';
import styles from './ImageWall.module.css';

const ITEM = { minWidth: 64, rowHeight: 84 } as const;
/** CSS pixels. */
const PICTURE = 42;

interface ImageWallProps {
  readonly summary: ImageSummary;
  /** Of the class, or of all, in their file, rising. */
  readonly positions: Uint32Array;
  readonly digit: number | undefined;
}

/** All images of a class, or all: only those in sight are fetched. */
export function ImageWall({ summary, positions, digit }: ImageWallProps) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.data-browser' });
  const { select } = useActions();
  const names = useClassNames();
  const set = setOf(summary.part);
  const selected = useLab((state) => state.selection.image);
  const at = useMemo(() => {
    const found = selected?.set === set ? positions.indexOf(selected.position) : -1;
    return found < 0 ? undefined : found;
  }, [selected, set, positions]);
  const positionAt = useCallback((index: number) => positions[index] as number, [positions]);
  const pictures = usePictures(set, positionAt);
  const { labels } = summary;
  const item = useCallback(
    (index: number) => (
      <>
        <b>
          <ClippedText>{names[digit ?? (labels[index] as number)] ?? ''}</ClippedText>
          <span className={styles.comma}>, </span>
        </b>
        <small>{positionAt(index)}</small>
      </>
    ),
    [names, digit, labels, positionAt],
  );
  if (positions.length === 0) return <EmptyState text={t('noneOfClass')} />;
  return (
    <VirtualGrid
      {...ITEM}
      // Another list begins at its top, or at the selected image.
      key={`${set} ${digit} ${positions.length}`}
      label={t('wall')}
      count={positions.length}
      selected={at}
      onSelect={(index) => select({ image: { set, position: positionAt(index) } })}
      pictures={{ of: pictures, side: INPUT_SIDE, size: PICTURE }}
      itemClass={styles.items}
    >
      {item}
    </VirtualGrid>
  );
}
