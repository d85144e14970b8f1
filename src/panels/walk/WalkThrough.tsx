import { type KeyboardEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type NetworkPlan, readingLayers } from '../../model/shapes';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { Note } from '../../ui/Note';
import { Toolbar } from '../../ui/Toolbar';
import type { Inside } from '../shared/arithmetic/inside';
import { askAbout } from '../shared/arithmetic/shown-values';
import { FailedInquiry } from '../shared/failed-inquiry';
import { useInquiry } from '../shared/use-inquiry';
import { useLast } from '../shared/use-last';
import { StepRow } from './StepRow';
import { StepView } from './StepView';
import { stepName } from './step-name';
import { useReducedMotion } from './use-reduced-motion';
import { useSteps } from './use-steps';
import { viewOf } from './view';
import styles from './Walk.module.css';
import { layerOf, walkSteps } from './walk-steps';

interface WalkThroughProps {
  readonly inside: Inside;
  readonly plan: NetworkPlan;
}

/** The steps from the image to the answer: one of them in sight, and the ways to the others. */
export function WalkThrough({ inside, plan }: WalkThroughProps) {
  const { t: tAll } = useTranslation();
  const { t } = useTranslation('translation', { keyPrefix: 'panels.walk' });
  const steps = useMemo(() => walkSteps(plan), [plan]);
  const walk = useSteps(steps);
  const { at, step } = walk;
  const { image } = inside;
  const layer = layerOf(step);
  // Of the plan, which is the same as long as the network is; each look makes another `inside`.
  const question = useMemo(
    () => (layer === undefined ? undefined : askAbout(readingLayers(plan), image, layer, 'before', 'layer')),
    [plan, image, layer],
  );
  const { status, answer, retry } = useInquiry(question);
  const current = useMemo(() => viewOf(step, at, inside, answer), [step, at, inside, answer]);
  // The step before stays in sight until the next one is there.
  const view = useLast(current);

  const isReduced = useReducedMotion();
  const [motion, setMotion] = useState<'none' | 'step' | 'walk'>('none');
  const isMoving = motion !== 'none' && !isReduced;
  const last = steps.length - 1;

  function go(to: number): void {
    if (to < 0 || to > last) return;
    walk.go(to);
    setMotion((before) => (before === 'walk' ? 'walk' : 'step'));
  }
  function onEnd(): void {
    if (motion === 'walk' && at < last) walk.go(at + 1);
    else setMotion('none');
  }
  function onKeyDown(event: KeyboardEvent): void {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    go(at + by);
  }

  const names = steps.map((one) => stepName(one, inside.activation, tAll));
  return (
    <>
      <nav aria-label={t('steps')} onKeyDown={onKeyDown}>
        <StepRow names={names} at={at} onGo={go} />
        <Toolbar>
          <Button isDisabled={at === 0} onPress={() => go(at - 1)}>
            {t('back')}
          </Button>
          <Button variant="primary" isDisabled={at === last} onPress={() => go(at + 1)}>
            {t('next')}
          </Button>
          {!isReduced && (
            <Button onPress={() => setMotion(isMoving ? 'none' : 'walk')}>
              {t(isMoving ? 'pause' : 'play')}
            </Button>
          )}
          <span role="status" className={styles.where}>
            {t('step', { number: at + 1, count: steps.length, name: names[at] })}
          </span>
        </Toolbar>
      </nav>
      {isReduced && <Note>{t('reduced')}</Note>}
      {status === 'failed' && <FailedInquiry onRetry={retry} />}
      {view ? (
        <StepView
          key={view.at}
          view={view}
          place={walk.placeIn(view)}
          isPassing={view !== current}
          isMoving={isMoving && view === current}
          onEnd={onEnd}
          onPick={walk.pick}
          onMap={walk.pickMap}
        />
      ) : (
        status !== 'failed' && <EmptyState text={tAll('panels.activation-maps.loading')} />
      )}
    </>
  );
}
