import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ColourBar } from '../../charts/ColourBar';
import type { Network } from '../../model/network';
import { planNetwork, readingLayers } from '../../model/shapes';
import type { Attribution } from '../../protocol/inspect';
import { formatSignificant } from '../../ui/format';
import { PixelCanvas } from '../../ui/PixelCanvas';
import { Term } from '../shared/term';
import { useClassWording } from '../shared/use-class-names';
import { evidenceScale, onImage, overlaid, strongestOf } from './attribution-picture';
import styles from './Why.module.css';

interface AttributionPicturesProps {
  readonly image: Float32Array;
  readonly network: Network;
  /** Of each class. */
  readonly attribution: readonly Attribution[];
  /** What the classes are called. */
  readonly titles: readonly string[];
}

/** Grad-CAM and saliency of some classes; each kind has one scale, so that the classes can be compared. */
export function AttributionPictures({ image, network, attribution, titles }: AttributionPicturesProps) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.why' });
  const wording = useClassWording();
  const pictures = useMemo(() => picturesOf(image, network, attribution), [image, network, attribution]);
  const { gradCam, saliency } = pictures;
  const format = (value: number) => formatSignificant(value, i18n.language, 3);
  return (
    <>
      <div className={styles.classes}>
        {titles.map((title, i) => (
          <section key={title} className={styles.class} aria-label={title}>
            <h3>{title}</h3>
            <div className={styles.pair}>
              <figure>
                {gradCam ? (
                  <PixelCanvas
                    pixels={gradCam.pixels[i]}
                    className={styles.picture}
                    name={t('gradCamOf', { title, ...wording })}
                  />
                ) : (
                  <p className={styles.none}>{t('noConv')}</p>
                )}
                <figcaption>{i === 0 ? <Term id="grad-cam">{t('gradCam')}</Term> : t('gradCam')}</figcaption>
              </figure>
              <figure>
                <PixelCanvas
                  pixels={saliency.pixels[i]}
                  className={styles.picture}
                  name={t('saliencyOf', { title, ...wording })}
                />
                <figcaption>
                  {i === 0 ? <Term id="saliency">{t('saliency')}</Term> : t('saliency')}
                </figcaption>
              </figure>
            </div>
          </section>
        ))}
      </div>
      <div className={styles.scales}>
        {gradCam && (
          <p>{gradCam.strongest > 0 ? scaleOf('gradCam', 'positive', gradCam.strongest) : t('noEvidence')}</p>
        )}
        <p>{saliency.strongest > 0 ? scaleOf('saliency', 'signed', saliency.strongest) : t('noGradient')}</p>
      </div>
    </>
  );

  function scaleOf(what: 'gradCam' | 'saliency', kind: 'signed' | 'positive', strongest: number) {
    return (
      <>
        {t(what)}{' '}
        <ColourBar
          scale={evidenceScale(kind, strongest)}
          format={format}
          label={t(`${what}Scale`, { max: format(strongest) })}
        />
      </>
    );
  }
}

function picturesOf(image: Float32Array, network: Network, attribution: readonly Attribution[]) {
  const picture = (maps: readonly Float32Array[]) => {
    const strongest = strongestOf(maps);
    return { strongest, pixels: maps.map((map) => overlaid(image, map, strongest)) };
  };
  const planned = planNetwork(network);
  const layers = planned.ok ? readingLayers(planned.plan) : [];
  const cams = attribution.flatMap(({ gradCam }) =>
    gradCam ? [onImage(gradCam.map, layers, gradCam.layer)] : [],
  );
  return {
    saliency: picture(attribution.map(({ saliency }) => saliency)),
    gradCam: cams.length === attribution.length ? picture(cams) : undefined,
  };
}
