import { useMemo } from 'react';
import type { RunFacts } from '../../metrics/conclusions/run-facts';
import type { Inquiries } from '../../protocol/engine-api';
import { isTrained } from '../../state/network/network-selectors';
import { isActive } from '../../state/run/run-state';
import { concludedReadings, concludedRun, factsOfRun } from './facts-of-run';
import { type Inquiry, useInquiry } from './use-inquiry';
import { useLab } from './use-lab';

/** What is known of the run in sight; dead units once it is over, unless a person has changed the weights. The same object while nothing of it has changed. */
export function useFacts(): { facts: RunFacts; dead: Inquiry<RunFacts['deadUnits']> } {
  const isOver = useLab((state) => isTrained(state) && !isActive(state.run.phase));
  const interventions = useLab((state) => state.interventions);
  const weights = useLab((state) => state.restingWeights);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same of other weights is another question, lest these be said to have the dead units of those before
  const deadUnits = useMemo(() => (inquiries: Inquiries) => inquiries.deadUnits(), [weights]);
  const dead = useInquiry(isOver && !interventions ? deadUnits : undefined);
  const run = useLab(concludedRun);
  const readings = useLab(concludedReadings);
  const settings = useLab((state) => state.settings);
  const built = useLab((state) => state.built);
  const runBefore = useLab((state) => state.runBefore);
  const own = useMemo(
    () => factsOfRun(run, readings, { runBefore, settings, built, interventions }),
    [run, readings, runBefore, settings, built, interventions],
  );
  const facts = useMemo(() => ({ ...own, deadUnits: dead.answer ?? [] }), [own, dead.answer]);
  return { facts, dead };
}
