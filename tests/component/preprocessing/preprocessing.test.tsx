import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { fakeLab } from '../../fixtures/fake-lab';
import { smallWorld } from '../../fixtures/small-world';
import { answerOf, imageSeen, renderDrawing } from '../draw/draw-page';
import { prediction } from '../draw/pad';

const world = await smallWorld();
const panel = page.getByRole('region', { name: 'What the network sees' });

test.each(['pen width', 'box', '20×20', 'centred'])(
  'shows what the step %s does to the image and to the answer',
  async (step) => {
    const lab = fakeLab(world);
    await renderDrawing(lab);
    // Small and in a corner, so that each step has something to do.
    lab.actions.addStroke({
      width: 24,
      points: [
        { x: 174, y: 168 },
        { x: 246, y: 168 },
        { x: 196, y: 258 },
      ],
    });
    const drawn = await imageSeen(lab);
    const isAsDrawn = (image: Float32Array) =>
      drawn.every((grey, i) => Math.abs(255 * (image[i] ?? 0) - grey) < 1);
    lab.commands.activations.mockImplementation(async (image) =>
      answerOf({ [isAsDrawn(image) ? 5 : 2]: 0.9 }),
    );
    lab.ready();
    const isReadAs = async (digit: number) => {
      await expect.element(prediction).toHaveTextContent(`${digit}, 90.0 %`);
      await expect.element(panel).toHaveTextContent(`read as ${digit}, 90.0 %`);
    };
    await isReadAs(5);
    const box = panel.getByRole('checkbox', { name: step });
    await box.click();
    expect(await imageSeen(lab)).not.toEqual(drawn);
    await isReadAs(2);
    await box.click();
    expect(await imageSeen(lab)).toEqual(drawn);
    await isReadAs(5);
  },
);
