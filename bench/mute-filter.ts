import { expect } from '@playwright/test';
import type { LabPage } from '../tests/e2e/lab-page';

/**
 * Mutes one filter after the other of the network that ships, in the open panel 'Interventions'.
 * @returns milliseconds from each press to the new figures of all validation images, as the page notes them
 */
export async function timesOfMuting(lab: LabPage, filters: readonly number[]): Promise<number[]> {
  const panel = lab.region('Interventions');
  const times: number[] = [];
  for (const filter of filters) {
    await panel.getByRole('button', { name: `Filter ${filter}`, exact: true }).click();
    await expect(panel.getByRole('button', { name: `Mute Filter ${filter}` })).toBeVisible();
    times.push(await timeOfMuting(lab));
  }
  return times;
}

const timeOfMuting = ({ page }: LabPage): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const button = [...document.querySelectorAll('button')].find((found) =>
          /^Mute Filter/.test(found.innerText),
        );
        const start = performance.now();
        button?.click();
        const look = () => {
          const isThere = document.querySelector('[aria-label="What it costs"]');
          if (isThere && !document.querySelector('[data-pending]')) resolve(performance.now() - start);
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
  );
