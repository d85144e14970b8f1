import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { repeatsOf } from '../../../src/metrics/repeats';
import { Runs } from '../../../src/panels/runs/Runs';
import { Sweeps } from '../../../src/panels/runs/sweeps/Sweeps';
import { type FakeLab, fakeLab } from '../../fixtures/fake-lab';
import { smallWorld } from '../../fixtures/small-world';
import { textsOf } from '../choose';
import { renderLab } from '../render-lab';
import { askedFor, focusedRun, trainRuns } from './sweep-runs';

const world = await smallWorld();
const repeat = page.getByRole('region', { name: 'Repeat with several seeds', exact: true });
const button = (name: string) => repeat.getByRole('button', { name, exact: true });

let lab: FakeLab;
beforeEach(async () => {
  await page.viewport(1400, 1000);
  lab = fakeLab(world, { settings: { seed: 7 } });
  await renderLab(
    lab,
    <>
      <Runs />
      <Sweeps />
    </>,
  );
});

test('trains with one seed after the other, and says how far apart they lie', async () => {
  await expect.element(button('Repeat')).toHaveAttribute('aria-disabled', 'true');
  lab.ready();
  await repeat.getByRole('textbox', { name: 'Runs' }).fill('3');
  await button('Repeat').click();
  await expect.element(repeat).toHaveTextContent('Run 1 of 3');
  const [validation, test] = [world.readings.validation.truth.length, world.readings.test.truth.length];
  const seeds: number[] = [];
  for (const [run, wrong] of [2, 4, 9].entries()) {
    seeds.push(askedFor(lab).seed);
    trainRuns(lab, world, [wrong], `seed ${run} `);
  }
  expect(seeds).toEqual([7, 8, 9]);
  await expect.element(repeat).toHaveTextContent('All 3 runs are over');
  const figures = repeat.getByRole('table', { name: /Mean, standard deviation/ });
  const percent = (share: number | undefined) => (100 * (share ?? Number.NaN)).toFixed(2);
  const of = (images: number) => repeatsOf([2, 4, 9].map((wrong) => 1 - wrong / images));
  const [ofValidation, ofTest] = [of(validation), of(test)];
  const rows = textsOf(figures.getByRole('row'));
  expect(rows[1]).toBe(`Mean ${percent(ofValidation?.mean)} ${percent(ofTest?.mean)}`);
  expect(rows[2]).toContain(`${percent(ofValidation?.deviation)} ${percent(ofTest?.deviation)}`);
  expect(rows[3]).toContain(`${percent(ofTest?.interval?.low)} to ${percent(ofTest?.interval?.high)}`);
  expect(rows[4]).toBe(`Least ${percent(ofValidation?.least)} ${percent(ofTest?.least)}`);
  const list = repeat.getByRole('region', { name: 'Runs by seed' });
  expect(
    textsOf(list.getByRole('row'))
      .slice(1)
      .map((row) => row.slice(0, 7)),
  ).toEqual(['Run 1 7', 'Run 2 8', 'Run 3 9']);
  await list.getByRole('button', { name: 'Go to run 3 in the list' }).click();
  await expect.poll(focusedRun).toBe('3');
});
