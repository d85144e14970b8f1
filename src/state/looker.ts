import type { Drawing } from '../ink/drawing';
import type { ImageRef } from '../protocol/images';
import type { Look } from '../protocol/inspection';
import type { Subject } from './lab-state';
import { LatestQuestion } from './latest-question';

/** What can be looked at. */
export interface InSight {
  readonly drawing: Drawing;
  readonly selected: ImageRef | undefined;
}

type Found = Omit<Subject, 'look'>;

interface LookerParts {
  readonly inSight: () => InSight;
  /** The 28×28 image of a drawing, or undefined when it has no ink on the canvas. */
  readonly imageOf: (drawing: Drawing) => Float32Array | undefined;
  /** An image of the data by its place, or undefined where it is not there. */
  readonly imageAt: (ref: ImageRef) => Promise<{ image: Float32Array; label: number } | undefined>;
  readonly sample: () => Promise<Float32Array | undefined>;
  readonly look: (image: Float32Array) => Promise<Look | undefined>;
  readonly onLook: (subject: Subject) => void;
  readonly onDrawingRead: (look: Look) => void;
}

/**
 * Keeps up to date what the network makes of the drawing, and of the image that is looked at: the selected one, else
 * the drawing, else a sample. The last answer is always about the last state.
 */
export class Looker {
  private readonly questions = new LatestQuestion();

  constructor(private readonly parts: LookerParts) {}

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
    const { inSight, imageOf, look, onLook, onDrawingRead } = this.parts;
    const { drawing, selected } = inSight();
    // Drawn on, cleared or selected meanwhile: a newer question is on its way.
    const isCurrent = () => inSight().drawing === drawing && inSight().selected === selected;
    const drawn = imageOf(drawing);
    const drawnLook = drawn && (await look(drawn));
    if (drawnLook && isCurrent()) onDrawingRead(drawnLook);
    const subject = await this.find(selected, drawn);
    if (!subject) return;
    const seen = subject.from === 'drawing' ? drawnLook : await look(subject.image);
    if (seen && isCurrent()) onLook({ ...subject, look: seen });
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
