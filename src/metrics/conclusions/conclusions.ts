import type { Network } from '../../model/network';
import { planOf, readingLayers } from '../../model/shapes';
import { findConfidence } from './find-confidence';
import { findErrors } from './find-errors';
import { findFit } from './find-fit';
import { compareWithBefore, findQuality } from './find-quality';
import type { Finding, FindingCode } from './finding';
import type { DeadUnits, RunFacts } from './run-facts';

/** A layer with fewer dead units than this works as it should: some always are. */
const MANY_DEAD = 0.1;

/** Of a network that guesses there is more to say than that it could learn more. */
const IS_ABOUT_LEARNING: ReadonlySet<FindingCode> = new Set(['underfitting', 'improving']);

/**
 * What a run shows, the most important first. Nothing where nothing is known; of a network that a person has changed
 * only what was read with it.
 */
export function conclusions(facts: RunFacts): Finding[] {
  const { readings, isEdited, settings } = facts;
  const quality = readings ? findQuality(readings) : [];
  const guesses = quality.some(({ code }) => code === 'chance');
  // Which digits a guess hits says nothing.
  const errors = readings && !guesses ? findErrors(readings) : [];
  // How sure a guess is, or a network on its way to infinity, is no matter of calibration.
  const isAstray = guesses || facts.divergedAfter !== undefined;
  const confidence = readings && !isAstray ? findConfidence(readings) : [];
  if (isEdited) return [...quality, ...errors, ...confidence];
  return [
    ...divergence(facts),
    ...quality,
    ...compareWithBefore(facts),
    ...errors,
    ...findFit(facts).filter(({ code }) => !guesses || !IS_ABOUT_LEARNING.has(code)),
    ...facts.deadUnits.flatMap((of) => deadUnits(of, settings.network)),
    ...confidence,
  ];
}

function divergence({ divergedAfter, settings: { learningRate } }: RunFacts): Finding[] {
  if (divergedAfter === undefined) return [];
  return [{ code: 'diverged', figures: { batches: divergedAfter, learningRate }, select: {} }];
}

function deadUnits({ layer, dead, units, images }: DeadUnits, network: Network): Finding[] {
  const [first] = dead;
  const share = dead.length / units;
  if (first === undefined || share < MANY_DEAD) return [];
  const figures = { layer, dead: dead.length, units, share, images };
  const hasMaps = readingLayers(planOf(network))[layer]?.output.length === 3;
  return [{ code: hasMaps ? 'dead-filters' : 'dead-units', figures, select: { layer, filter: first } }];
}
