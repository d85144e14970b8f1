import type { Settings } from '../../../src/model/settings';
import type { FakeLab } from '../../fixtures/fake-lab';
import type { SmallWorld } from '../../fixtures/small-world';
import { anotherRun } from './another-run';

/** What the engine was asked to train last. */
export const askedFor = ({ commands }: FakeLab): Settings =>
  (commands.train.mock.lastCall as unknown as [Settings])[0];

/** Trains what a sweep asks for, one run after the other. @param wrong - images of each part that a run reads wrong */
export function trainRuns(lab: FakeLab, world: SmallWorld, wrong: readonly number[], prefix = 's'): void {
  wrong.forEach((count, i) => {
    lab.emit(...anotherRun(world, `${prefix}${i}`, askedFor(lab), count));
  });
}

/** The number of the run whose line in the list has the focus. */
export const focusedRun = (): string | undefined =>
  document.activeElement?.querySelector('th')?.textContent?.trim();
