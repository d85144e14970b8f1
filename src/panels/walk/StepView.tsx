import { useState } from 'react';
import { ChosenValue } from './ChosenValue';
import { SoftmaxStage } from './SoftmaxStage';
import { Stage, type StageProps } from './Stage';
import { StepText } from './StepText';
import { arithmeticOf, weightiestChannel } from './view';

type StepViewProps = Omit<StageProps, 'channel' | 'onChannel'>;

/** One step: what it does, what it makes of what, and one value of that down to its numbers. */
export function StepView({ view, place, ...stage }: StepViewProps) {
  const [chosen, setChannel] = useState<number>();
  const channel = chosen ?? weightiestChannel(arithmeticOf(view, place));
  const shown = { view, place, channel, onChannel: setChannel };
  return (
    <>
      <StepText view={view} />
      {view.step.kind === 'softmax' ? (
        <SoftmaxStage {...stage} {...shown} />
      ) : (
        <Stage {...stage} {...shown} />
      )}
      <ChosenValue {...shown} />
    </>
  );
}
