import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Inquiries } from '../../protocol/engine-api';
import type { Projection } from '../../protocol/inspect';
import { isTrained } from '../../state/network/network-selectors';
import { EmptyState } from '../../ui/EmptyState';
import { Explanation } from '../../ui/Explanation';
import { Section } from '../../ui/Section';
import { PanelTerms } from '../shared/panel-terms';
import { Term } from '../shared/term';
import { useClassWording } from '../shared/use-class-names';
import { useInquiry } from '../shared/use-inquiry';
import { useActions, useLab } from '../shared/use-lab';
import { emphasis } from './emphasis';
import { Legend } from './Legend';
import { Neighbours } from './Neighbours';
import { ProjectionBar } from './ProjectionBar';
import styles from './ProjectionPanel.module.css';
import { areEqual } from './plot-points';
import { Scatter } from './Scatter';
import { useProjection } from './use-projection';

/** The test images as points: near each other where the network takes them for alike. */
export function ProjectionPanel() {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.projection' });
  const { t: tAll } = useTranslation();
  const trained = useLab(isTrained);
  const wording = useClassWording();
  return (
    <Section title={t('title')} word={<Term id="projection">{t('title')}</Term>}>
      <Explanation question={tAll('explain')}>
        <p>{t('explain.features', wording)}</p>
        <p>{t('explain.pca')}</p>
        <p>{t('explain.umap', wording)}</p>
        <p>{t('explain.test')}</p>
        <PanelTerms panel="projection" />
      </Explanation>
      {trained ? (
        <div className={styles.room}>
          <Content />
        </div>
      ) : (
        <EmptyState text={t('empty')} />
      )}
    </Section>
  );
}

function Content() {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.projection' });
  const shown = useProjection();
  const { projection, status } = shown;
  const isOnePlace = useMemo(() => projection && areEqual(projection.points), [projection]);
  const [isCloser, setCloser] = useState(false);
  const isGroup = useLab(({ selection }) => selection.digit !== undefined || selection.cell !== undefined);
  return (
    <div className={styles.panel}>
      <div className={styles.view}>
        <ProjectionBar shown={shown} />
        <div className={styles.frame} aria-busy={status === 'computing'}>
          {isOnePlace ? (
            <p className={styles.over}>{t('same')}</p>
          ) : projection ? (
            <Points projection={projection} isCloser={isCloser && isGroup} />
          ) : (
            <p className={styles.over}>{t(`instead.${status}`)}</p>
          )}
        </div>
        <Legend truth={projection?.truth} isCloser={isCloser} onCloser={setCloser} />
      </div>
      <Neighbours />
    </div>
  );
}

interface PointsProps {
  readonly projection: Projection;
  readonly isCloser: boolean;
}

function Points({ projection, isCloser }: PointsProps) {
  const { select } = useActions();
  const selection = useLab((state) => state.selection);
  const { digit, cell, image } = selection;
  const isEmphasised = useMemo(() => emphasis(projection, { digit, cell }), [projection, digit, cell]);
  const images = useImages(projection);
  const set = projection.part === 'test' ? 'test' : 'train';
  const selected = image?.set === set ? projection.positions.indexOf(image.position) : -1;
  const onSelect = useCallback(
    (index: number) => select({ image: { set, position: projection.positions[index] as number } }),
    [select, set, projection],
  );
  return (
    <Scatter
      projection={projection}
      images={images}
      isEmphasised={isEmphasised}
      isCloser={isCloser}
      selected={selected < 0 ? undefined : selected}
      onSelect={onSelect}
    />
  );
}

/** The images of the points, row by row as the projection has them: asked for once, to be there when pointed at. */
function useImages({ part, positions }: Projection): Uint8Array | undefined {
  const dataset = useLab((state) => state.dataset);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other data have other images; as many of a part are the same ones
  const question = useCallback(
    (engine: Inquiries) => engine.images(part === 'test' ? 'test' : 'train', positions.slice()),
    [dataset, part, positions.length],
  );
  return useInquiry(question, 'nothing').answer?.images;
}
