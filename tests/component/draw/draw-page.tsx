import { expect } from 'vitest';
import { DrawPanel } from '../../../src/panels/draw/DrawPanel';
import { PreprocessingPanel } from '../../../src/panels/preprocessing/PreprocessingPanel';
import type { Activations } from '../../../src/protocol/inspect';
import { drawnImage } from '../../../src/state/drawing/drawn-image';
import type { FakeLab } from '../../fixtures/fake-lab';
import { renderLab } from '../render-lab';
import { digitStrokes, greysOf, pad, seenImage, showWholePad } from './pad';

/** The pad, and beside it what becomes of the drawing. */
export async function renderDrawing(lab: FakeLab) {
  await showWholePad();
  await renderLab(
    lab,
    <>
      <DrawPanel />
      <PreprocessingPanel />
    </>,
  );
  await expect.element(pad).toBeVisible();
}

/** A digit is on the pad, whatever it was drawn with. */
export function draw(lab: FakeLab, digit: number): void {
  for (const stroke of digitStrokes(digit)) lab.actions.addStroke(stroke);
}

/** The image that the network is given, once the page shows it: greys, 0 to 255. */
export async function imageSeen({ store }: FakeLab): Promise<readonly number[]> {
  const { liveDrawing, inkSteps } = store.getState();
  const image = drawnImage(liveDrawing, inkSteps)?.image ?? new Float32Array(0);
  const greys = [...Uint8ClampedArray.from(image, (value) => 255 * value)];
  await expect.poll(() => greysOf(seenImage)).toEqual(greys);
  return greys;
}

/** Probabilities by digit; the rest is shared by the others. */
export function answerOf(said: Readonly<Record<number, number>>, trainedBatches = 8): Activations {
  const others = 10 - Object.keys(said).length;
  const rest = 1 - Object.values(said).reduce((sum, share) => sum + share, 0);
  const probabilities = Float32Array.from({ length: 10 }, (_, digit) => said[digit] ?? rest / others);
  return { probabilities, layers: [], trainedBatches, weightsVersion: trainedBatches };
}

/** The network reads this, whatever is drawn. */
export function reads(lab: FakeLab, ...answer: Parameters<typeof answerOf>): void {
  lab.commands.activations.mockResolvedValue(answerOf(...answer));
}
