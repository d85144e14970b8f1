import { useState } from 'react';
import { ChosenValue } from './ChosenValue';
import { SoftmaxStage } from './SoftmaxStage';
import { Stage } from './Stage';
import { StepText } from './StepText';
import type { StageProps } from './stage-props';
import { arithmeticOf, weightiestChannel } from './view';
import styles from './Walk.module.css';

interface StepViewProps extends Omit<StageProps, 'channel' | 'onChannel'> {
  /** Another step is on its way. */
  readonly isPassing: boolean;
}

/** One step: what it does, what it makes of what, and one value of that down to its numbers. */
export function StepView({ view, place, isPassing, ...stage }: StepViewProps) {
  const [chosen, setChannel] = useState<number>();
  const channel = chosen ?? weightiestChannel(arithmeticOf(view, place));
  const shown = { view, place, channel, onChannel: setChannel };
  return (
    <div className={styles.step} aria-busy={isPassing || undefined}>
      <StepText view={view} />
      {view.step.kind === 'softmax' ? (
        <SoftmaxStage {...stage} {...shown} />
      ) : (
        <Stage {...stage} {...shown} />
      )}
      <ChosenValue {...shown} />
    </div>
  );
}
