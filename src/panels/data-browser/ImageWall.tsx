import { memo, useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { INPUT_SIDE } from '../../model/network';
import type { ImageSet } from '../../protocol/data/images';
import { EmptyState } from '../../ui/EmptyState';
import { PixelCanvas } from '../../ui/PixelCanvas';
import { greyPixels } from '../../ui/pixels';
import { VirtualGrid } from '../../ui/VirtualGrid';
import { useClassNames } from '../shared/use-class-names';
import { useImage } from '../shared/use-image';
import { useActions, useLab } from '../shared/use-lab';
import styles from './ImageWall.module.css';

const ITEM = { minWidth: 64, rowHeight: 84 } as const;

interface ImageWallProps {
  readonly set: ImageSet;
  /** In the file, rising. */
  readonly positions: Uint32Array;
  readonly digit: number | undefined;
}

/** All images of a class, or all: only those in sight are fetched. */
export function ImageWall({ set, positions, digit }: ImageWallProps) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.data-browser' });
  const { select } = useActions();
  const names = useClassNames();
  const selected = useLab((state) => state.selection.image);
  const at = useMemo(() => {
    const found = selected?.set === set ? positions.indexOf(selected.position) : -1;
    return found < 0 ? undefined : found;
  }, [selected, set, positions]);
  const onSelect = useCallback(
    (index: number) => select({ image: { set, position: positions[index] as number } }),
    [select, set, positions],
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
      onSelect={onSelect}
    >
      {(index) => <WallImage set={set} position={positions[index] as number} names={names} />}
    </VirtualGrid>
  );
}

interface WallImageProps {
  readonly set: ImageSet;
  readonly position: number;
  readonly names: readonly string[];
}

const WallImage = memo(function WallImage({ set, position, names }: WallImageProps) {
  const ref = useMemo(() => ({ set, position }), [set, position]);
  const found = useImage(ref);
  const pixels = useMemo(
    () => found && greyPixels({ width: INPUT_SIDE, height: INPUT_SIDE, values: found.image }),
    [found],
  );
  return (
    <div className={styles.item}>
      <PixelCanvas pixels={pixels} className={styles.image} />
      <span className={styles.name}>{found && names[found.label]}</span>
      <span className="visually-hidden">, </span>
      <small>{position}</small>
    </div>
  );
});
