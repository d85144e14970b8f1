import type { Part, Readings } from '../../protocol/data/images';
import type { EngineEvent } from '../../protocol/engine-api';
import type { WeightEdit } from '../../protocol/inspect';
import type { Evaluation } from '../../protocol/run';
import { areOtherData } from '../data/data-slice';
import type { EngineLost } from '../engine/engine-slice';
import type { Slice } from '../slice';
import { type Subject, withSteadyImage } from './subject';
import {
  NO_WEIGHTS,
  type WeightsEvent,
  type WeightsVersions,
  weightsChangedBy,
  withWeights,
} from './weights-version';

export interface InspectionSlice extends WeightsVersions {
  readonly subject: Subject | undefined;
  /** What the network in use read last in the images of each part. */
  readonly readings: Readonly<Partial<Record<Part, Readings>>>;
  /** The part that is being read on request. */
  readonly reading: { readonly part: Part; readonly done: number } | undefined;
  /** Changes of the trained weights by hand; undefined while there are none. */
  readonly interventions: Interventions | undefined;
  /** Of the network of now, while one of the past is looked at. */
  readonly ofPresent: OfPresent | undefined;
}

type OfPresent = Pick<InspectionSlice, 'readings' | 'interventions'>;

/** Both evaluations are of the validation images. */
interface Interventions {
  readonly edits: readonly WeightEdit[];
  readonly before: Evaluation;
  readonly after: Evaluation;
}

export type InspectionEvent =
  | { readonly type: 'looked'; readonly subject: Subject }
  /** While training, the page looks at the weights of now. */
  | { readonly type: 'weights-looked-at' };

type Heeded =
  | InspectionEvent
  | WeightsEvent
  | Extract<EngineEvent, { type: 'reading' | 'read-ended' | 'read' | 'dataset' }>
  | EngineLost;

const UNREAD = { readings: {}, reading: undefined };
const UNALTERED = { interventions: undefined, ofPresent: undefined };

export const inspectionSlice: Slice<InspectionSlice, Heeded> = {
  initial: () => ({ ...UNREAD, ...NO_WEIGHTS, subject: undefined, ...UNALTERED }),
  on: {
    looked: ({ subject: before }, { subject }) => ({ subject: withSteadyImage(before, subject) }),
    'weights-looked-at': ({ latestWeights }) => ({ weightsVersion: latestWeights }),
    network: withNewWeights,
    edited: (state, event) => {
      const { edits, before, after } = event;
      const interventions = edits.length > 0 ? { edits, before, after } : undefined;
      return { ...withNewWeights(state, event), interventions };
    },
    'looked-back': (state, event) => ({
      ...withNewWeights(state, event),
      ...(event.at ? { ofPresent: state.ofPresent ?? ofPresent(state) } : state.ofPresent),
    }),
    'fine-tuned': (state, event) => (weightsChangedBy(event, state) ? withNewWeights(state, event) : {}),
    // What was read after the last epoch stays while the run goes on.
    batches: withWeights,
    validated: withWeights,
    phase: withWeights,
    reading: (_, { part, done }) => ({ reading: { part, done } }),
    'read-ended': () => ({ reading: undefined }),
    read: (state, { readings }) => ({ reading: undefined, readings: withReadings(state.readings, readings) }),
    // Positions in the data before are of other images now.
    dataset: ({ ofPresent }, { dataset }) =>
      areOtherData(dataset) ? { ...UNREAD, ofPresent: ofPresent && { ...ofPresent, readings: {} } } : {},
    'engine-lost': () => ({ ...UNREAD, ...UNALTERED, toldWeights: undefined }),
  },
};

/** What was read with the weights before is no longer theirs. */
function withNewWeights(state: InspectionSlice, event: WeightsEvent): Partial<InspectionSlice> {
  return { ...UNREAD, ...withWeights(state, event), ...UNALTERED };
}

const ofPresent = ({ readings, interventions }: InspectionSlice): OfPresent => ({ readings, interventions });

/** What was read with other weights has gone. */
function withReadings(known: InspectionSlice['readings'], added: Readings): InspectionSlice['readings'] {
  const kept = Object.values(known).filter(({ weightsVersion }) => weightsVersion === added.weightsVersion);
  return Object.fromEntries([...kept, added].map((readings) => [readings.part, readings]));
}
