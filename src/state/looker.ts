import type { Stroke } from '../ink/stroke';
import type { Look } from '../protocol/engine-api';
import type { Subject } from './lab-state';

interface LookerParts {
  /** The 28×28 image of a drawing, or undefined when it has no ink on the canvas. */
  readonly imageOf: (strokes: readonly Stroke[]) => Float32Array | undefined;
  readonly strokes: () => readonly Stroke[];
  readonly look: (image: Float32Array) => Promise<Look | undefined>;
  readonly sample: () => Promise<Float32Array | undefined>;
  readonly onLook: (subject: Subject) => void;
}

/**
 * Keeps what the network makes of the drawing (or, until there is one, of a sample image) up to date. One question at
 * a time; questions that come meanwhile become one more at the end, so the last answer is always about the last state.
 */
export class Looker {
  private asking = false;
  private again = false;

  constructor(private readonly parts: LookerParts) {}

  /** The drawing or the weights have changed. */
  refresh(): void {
    if (this.asking) this.again = true;
    else void this.ask();
  }

  private async ask(): Promise<void> {
    this.asking = true;
    do {
      this.again = false;
      try {
        await this.lookOnce();
      } catch {
        // The network was replaced or the engine died meanwhile: both lead to another refresh.
      }
    } while (this.again);
    this.asking = false;
  }

  private async lookOnce(): Promise<void> {
    const { imageOf, strokes, look, sample, onLook } = this.parts;
    const drawn = strokes();
    const drawing = imageOf(drawn);
    const image = drawing ?? (await sample());
    if (!image) return;
    const seen = await look(image);
    // Drawn on or cleared meanwhile: a newer question is on its way.
    if (seen && drawn === strokes()) onLook({ from: drawing ? 'drawing' : 'sample', image, look: seen });
  }
}
