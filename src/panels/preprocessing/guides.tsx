import type { Box } from '../../ink/bounding-box';
import { CENTER, IMAGE_SIDE } from '../../ink/center';
import { PAD_SIDE } from '../../ink/stroke';
import styles from './guides.module.css';

const percent = (part: number, whole: number): string => `${(100 * part) / whole}%`;

/** The box around the ink. */
export function BoxGuide({ box }: { readonly box: Box }) {
  const place = {
    left: percent(box.left, PAD_SIDE),
    top: percent(box.top, PAD_SIDE),
    width: percent(box.width, PAD_SIDE),
    height: percent(box.height, PAD_SIDE),
  };
  return <div className={styles.box} style={place} />;
}

/** A cross through the middle of the pixel that the centre of mass is moved to. */
export function CenterGuide() {
  const middle = percent(CENTER + 0.5, IMAGE_SIDE);
  return (
    <>
      <div className={styles.down} style={{ left: middle }} />
      <div className={styles.across} style={{ top: middle }} />
    </>
  );
}
