import type { Part } from '../../protocol/data/images';
import type { EngineEvent } from '../../protocol/engine-api';
import type { WeightEdit } from '../../protocol/inspect';
import type { ActionContext, Controller } from '../controller';
import type { DataSlice } from '../data/data-slice';
import type { DrawingEvent, DrawingSlice } from '../drawing/drawing-slice';
import { drawnImage } from '../drawing/drawn-image';
import type { NetworkSlice } from '../network/network-slice';
import type { RunSlice } from '../run/run-slice';
import { isActive } from '../run/run-state';
import type { SelectionSlice } from '../selection/selection-slice';
import type { InspectionEvent, InspectionSlice } from './inspection-slice';
import { type InSight, SubjectTracker } from './subject-tracker';

interface InspectionActions {
  /** Reads all images of a part, to be seen in `readings`. */
  read(part: Part): void;
  cancelRead(): void;
  /** Puts these edits of the weights, and no others, in force. */
  edit(edits: readonly WeightEdit[]): void;
}

type Read = InspectionSlice & NetworkSlice & DataSlice & RunSlice;
type State = Read & DrawingSlice & SelectionSlice;
type Context = ActionContext<State, InspectionEvent | DrawingEvent>;
type Followed = Extract<EngineEvent, { type: 'batches' | 'network' | 'dataset' | 'looked-back' }>;

/** While training, the subject is looked at again at most this often, milliseconds. */
const LOOK_EVERY = 700;
/**
 * Between the network that ships and its figures, milliseconds: these bring the charts' library, which holds up the page
 * while a newcomer draws the first digit.
 */
const CALM_MS = 1500;

export function controlInspection(context: Context): Controller<InspectionActions, Followed> {
  const { state, dispatch, subscribe, engine, now } = context;
  const tracker = trackerIn(context);
  let lastLook = 0;
  let calm: ReturnType<typeof setTimeout> | undefined;

  subscribe((after, before) => {
    if (after.weightsVersion !== before.weightsVersion) lastLook = now();
    if (isOtherInSight(after, before)) tracker.refresh();
  });

  /** The network that ships with the page has no run that would have read images on its way. */
  function evaluatePretrained(): void {
    if (!wantsReadings(state())) return;
    clearTimeout(calm);
    calm = setTimeout(() => {
      if (wantsReadings(state())) engine.ask('read', 'validation');
    }, CALM_MS);
  }

  return {
    actions: {
      read: (part) => engine.ask('read', part),
      cancelRead: () => engine.ask('cancelRead'),
      edit: (edits) => engine.ask('edit', edits),
    },
    after: {
      network: evaluatePretrained,
      dataset: evaluatePretrained,
      'looked-back': evaluatePretrained,
      batches() {
        if (now() - lastLook >= LOOK_EVERY) dispatch({ type: 'weights-looked-at' });
      },
    },
  };
}

function trackerIn({ state, dispatch, engine, images, now }: Context): SubjectTracker {
  return new SubjectTracker({
    inSight: () => inSight(state()),
    imageAt: (ref) => images.load(ref),
    activations: (image) => engine.commands.activations(image),
    sample: () => engine.commands.sample(0),
    onLook: (subject) => dispatch({ type: 'looked', subject }),
    onDrawingRead: (look) => dispatch({ type: 'drawing-read', look }),
    now,
  });
}

const inSight = ({ drawing, liveDrawing, submittedDrawing, inkSteps, selection }: State): InSight => ({
  image: drawnImage(submittedDrawing, inkSteps)?.image,
  isGrowing: liveDrawing !== drawing,
  selected: selection.image,
});

/** What is looked at, or what it is looked at by, has become another. */
const isOtherInSight = (a: State, b: State): boolean =>
  a.weightsVersion !== b.weightsVersion ||
  a.dataVersion !== b.dataVersion ||
  a.liveDrawing !== b.liveDrawing ||
  a.submittedDrawing !== b.submittedDrawing ||
  a.inkSteps !== b.inkSteps ||
  a.selection.image !== b.selection.image;

/** The network that ships is in use, and has read none of the images that are there. */
const wantsReadings = ({ pretrained, dataset, readings, run }: Read): boolean =>
  pretrained !== undefined && dataset.status === 'ready' && !readings.validation && !isActive(run.phase);
