import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { softmax } from '../../../src/metrics/logits';
import { formatNetwork } from '../../../src/model/notation';
import { trace } from '../../../src/model/plain/trace';
import { PRESETS } from '../../../src/model/presets';
import { planOf, readingLayers } from '../../../src/model/shapes';
import { Walk } from '../../../src/panels/walk/Walk';
import { layerOf, type WalkStep, walkSteps } from '../../../src/panels/walk/walk-steps';
import { fakeLab } from '../../fixtures/fake-lab';
import { smallWorld } from '../../fixtures/small-world';
import { focus } from '../choose';
import { renderLab } from '../render-lab';
import { setReducedMotion } from './reduce-motion';

const panel = page.getByRole('region', { name: 'Walk-through', exact: true });
const value = panel.getByRole('region', { name: 'The chosen value' });
const map = panel.getByRole('application');
const next = panel.getByRole('button', { name: 'Next', exact: true });

beforeEach(async () => {
  await page.viewport(1000, 900);
  setReducedMotion(true);
});
afterEach(() => vi.restoreAllMocks());

const numberIn = (text: string): number => Number(text.replace(/[,\s=→]/g, '').replace('−', '-'));

/** 'Map 2, row 3, column 4 = 1.5' → [2, 3, 4] and 1.5. */
function shownValue(): { readonly place: readonly number[]; readonly value: number } {
  const [where = '', written = ''] = (value.element().querySelector('p')?.innerText ?? '').split(' = ');
  return { place: [...where.matchAll(/\d+/g)].map(([digits]) => Number(digits)), value: numberIn(written) };
}

/** The plain forward pass of the image in sight, in double precision. */
async function passOf(lab: ReturnType<typeof fakeLab>, world: Awaited<ReturnType<typeof smallWorld>>) {
  const { network, activation } = world.settings;
  const image = lab.store.getState().subject?.image ?? new Float32Array();
  const traced = trace(
    readingLayers(planOf(network)),
    await world.network.runtime.weights(),
    activation,
    image,
  );
  const before = (layer: number) => traced[layer - 1]?.outputs ?? Float64Array.from(image);
  return (step: WalkStep): Float64Array => {
    const layer = layerOf(step) ?? 0;
    if (step.kind === 'image') return before(0);
    if (step.kind === 'flatten' || step.kind === 'dropout') return before(layer);
    const { sums, outputs } = traced[layer] as (typeof traced)[number];
    if (step.kind === 'softmax') return Float64Array.from(softmax(Float32Array.from(outputs)));
    return step.kind === 'activation' ? outputs : sums;
  };
}

/** Where a place, counted from 1, lies among the values of a step. */
function indexIn(step: WalkStep, place: readonly number[]): number {
  const [a = 1, b = 1, c = 1] = place;
  if (step.kind === 'image') return (a - 1) * 28 + b - 1;
  // Of a probability and a logit the class itself is named.
  if (step.kind === 'softmax' || (step.kind === 'dense' && step.plan.isOutput)) return a;
  if (place.length === 1) return a - 1;
  const shape = step.kind === 'dropout' ? step.plan.input : step.plan.output;
  return ((b - 1) * (shape[1] ?? 1) + c - 1) * (shape[2] ?? 1) + a - 1;
}

test.each(['tfjs-examples', 'homework-mlp', 'tiny'] as const)(
  '%s: Next leads from the image to the probabilities, by the numbers of the forward pass',
  async (preset) => {
    const { network, activation } = PRESETS[preset];
    const world = await smallWorld({
      notation: formatNetwork([...network]),
      activation,
      training: 60,
      test: 20,
    });
    const lab = fakeLab(world);
    lab.trained();
    await renderLab(lab, <Walk />);
    await expect.element(value).toBeVisible();
    const plain = await passOf(lab, world);
    const steps = walkSteps(planOf([...network]));
    for (const [at, step] of steps.entries()) {
      await expect.element(panel.getByRole('status')).toHaveTextContent(`Step ${at + 1} of ${steps.length}`);
      await expect.poll(() => panel.element().querySelector('[aria-busy]')).toBeNull();
      const expectPlain = () => {
        const shown = shownValue();
        const wanted = plain(step)[indexIn(step, shown.place)] ?? Number.NaN;
        // Written with five digits, of single precision.
        const isIt = (found: number) => Math.abs(found - wanted) < 2e-4 * Math.max(1, Math.abs(wanted));
        expect(isIt(shown.value), `${step.kind}: ${shown.value}, ${wanted}`).toBe(true);
        // The arithmetic that stands below comes to it.
        const parts = [...value.element().querySelectorAll('dd')].map(({ innerText }) => numberIn(innerText));
        if (parts.length > 0) expect(parts.some(isIt), `${step.kind}: ${parts}`).toBe(true);
      };
      expectPlain();
      // Another one too: where a map is highest, much is above 0 and passes as it is.
      if (step.kind !== 'softmax') {
        focus(map);
        await userEvent.keyboard('{ArrowUp>3/}{ArrowLeft>3/}');
        expectPlain();
      }
      if (at < steps.length - 1) await next.click();
    }
    await expect.element(next).toHaveAttribute('aria-disabled', 'true');
  },
);
