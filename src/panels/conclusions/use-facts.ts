import { useMemo } from 'react';
import type { RunFacts } from '../../metrics/conclusions/run-facts';
import type { Inquiries } from '../../state/lab-state';
import { isActive, isTrained } from '../../state/selectors';
import { type Inquiry, useInquiry } from '../use-inquiry';
import { useLab } from '../use-lab';
import { concludedReadings, concludedRun, factsOfRun } from './facts-of-run';

const deadUnits = (inquiries: Inquiries) => inquiries.deadUnits();

/** What is known of the run in sight; dead units once it is over. The same object while nothing of it has changed. */
export function useFacts(): { facts: RunFacts; dead: Inquiry<RunFacts['deadUnits']> } {
  const isOver = useLab((state) => isTrained(state) && !isActive(state.run.phase));
  const dead = useInquiry(isOver ? deadUnits : undefined);
  const run = useLab(concludedRun);
  const readings = useLab(concludedReadings);
  const settings = useLab((state) => state.settings);
  const runBefore = useLab((state) => state.runBefore);
  const own = useMemo(
    () => factsOfRun(run, readings, { runBefore, settings }),
    [run, readings, runBefore, settings],
  );
  const facts = useMemo(() => ({ ...own, deadUnits: dead.answer ?? [] }), [own, dead.answer]);
  return { facts, dead };
}
