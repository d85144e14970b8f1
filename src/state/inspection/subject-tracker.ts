import type { ImageRef } from '../../protocol/data/images';
import type { Activations } from '../../protocol/inspect';
import { LatestQuestion } from './latest-question';
import type { Subject } from './subject';

/** What can be looked at. */
export interface InSight {
  /** What the drawing comes to, [784], 0 to 1; undefined where there is none to be read. */
  readonly image: Float32Array | undefined;
  /** The pen is down: the next drawing is a moment away. */
  readonly isGrowing: boolean;
  readonly selected: ImageRef | undefined;
}

type Found = Omit<Subject, 'look'>;

interface SubjectTrackerParts {
  readonly inSight: () => InSight;
  /** An image of the data by its place, or undefined where it is not there. */
  readonly imageAt: (ref: ImageRef) => Promise<{ image: Float32Array; label: number } | undefined>;
  readonly sample: () => Promise<Float32Array | undefined>;
  readonly activations: (image: Float32Array) => Promise<Activations | undefined>;
  readonly onLook: (subject: Subject) => void;
  readonly onDrawingRead: (look: Activations) => void;
  /** Milliseconds, from any origin. */
  readonly now: () => number;
}

/**
 * While the pen is down, panels are told of what the network makes of the drawing at most this often, milliseconds:
 * drawing all its layers takes longer than the answer may.
 */
const SUBJECT_EVERY = 200;

/**
 * Keeps up to date what the network makes of the drawing, and of the image that is looked at: the selected one, else
 * the drawing, else a sample. The last answer is always about the last state.
 */
export class SubjectTracker {
  private readonly questions = new LatestQuestion();
  private lastSubject = Number.NEGATIVE_INFINITY;

  constructor(private readonly parts: SubjectTrackerParts) {}

  /** What is in sight or the weights have changed. */
  refresh(): void {
    this.questions.put(async () => {
      try {
        await this.lookOnce();
      } catch {
        // The network was replaced or the engine died meanwhile: both lead to another refresh.
      }
    });
  }

  private async lookOnce(): Promise<void> {
    const { inSight, activations, onDrawingRead } = this.parts;
    const { image, isGrowing, selected } = inSight();
    const drawnLook = image && (await activations(image));
    // Of a drawing that has grown meanwhile this is an answer still, until the next one comes; of none it is not.
    if (drawnLook && inSight().image) onDrawingRead(drawnLook);
    const isDue = this.parts.now() - this.lastSubject >= SUBJECT_EVERY;
    if (isGrowing && !selected && !isDue) return;
    await this.lookAtSubject(selected, image, drawnLook);
  }

  private async lookAtSubject(
    selected: ImageRef | undefined,
    drawn: Float32Array | undefined,
    drawnLook: Activations | undefined,
  ): Promise<void> {
    const { inSight, activations, now, onLook } = this.parts;
    const subject = await this.find(selected, drawn);
    if (!subject) return;
    const seen = subject.from === 'drawing' ? drawnLook : await activations(subject.image);
    // Drawn on, cleared or selected meanwhile: a newer question is on its way.
    const isCurrent = inSight().selected === selected && Boolean(inSight().image) === Boolean(drawn);
    if (!seen || !isCurrent) return;
    this.lastSubject = now();
    onLook({ ...subject, look: seen });
  }

  private async find(
    selected: ImageRef | undefined,
    drawn: Float32Array | undefined,
  ): Promise<Found | undefined> {
    const found = selected && (await this.parts.imageAt(selected));
    if (found) return { from: 'selected', ref: selected, ...found };
    if (drawn) return { from: 'drawing', image: drawn };
    const sample = await this.parts.sample();
    return sample && { from: 'sample', image: sample };
  }
}
