import { type ReactNode, useMemo } from 'react';
import { PixelCanvas } from '../../ui/PixelCanvas';
import { type GreyPicture, greyPixels } from '../../ui/pixels';
import styles from './PreprocessingPanel.module.css';

interface StepPictureProps {
  readonly picture: GreyPicture;
  readonly name: string;
  /** Drawn over the picture. */
  readonly children?: ReactNode;
}

/** A picture in a black frame. */
export function StepPicture({ picture, name, children }: StepPictureProps) {
  const { width, height, values } = picture;
  const pixels = useMemo(() => greyPixels({ width, height, values }), [width, height, values]);
  return (
    <div className={styles.frame}>
      <PixelCanvas pixels={pixels} name={name} />
      {children}
    </div>
  );
}
