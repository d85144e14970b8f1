import { type LabPage, textOf } from '../../tests/e2e/lab-page';
import { makeIdxFiles } from '../../tests/fixtures/make-idx';
import { median } from './median';
import type { Entrant } from './rounds';

/** Speed is shown over the last two seconds of training, and the first second is that of the compilers. */
const STEADY_AFTER_MS = 4000;
/** Few: each reading makes the page lay itself out, on a core that a worker may be training on. */
const READINGS = 3;
const READ_EVERY_MS = 1000;

/** The reference network in the page as people use it, by the number of workers. */
export async function pageEntrant(lab: LabPage, workers: number): Promise<Entrant> {
  const query = `?preset=tfjs-examples&backend=wasm&step=fast&workers=${workers}&epochs=100`;
  if (lab.realData) await lab.open(query);
  else await lab.openWithOwnFiles(query, makeIdxFiles({ train: 13_000, test: 1000 }));
  return {
    name: `wasm-${workers}`,
    turn: async () => {
      await lab.press('Train');
      const speed = await steadySpeed(lab);
      await lab.press('Stop');
      await lab.ready();
      return speed;
    },
  };
}

async function steadySpeed(lab: LabPage): Promise<number> {
  await lab.page.waitForTimeout(STEADY_AFTER_MS);
  const readings: number[] = [];
  const engine = await textOf(lab.engine);
  if (!/Train step:? Fast/.test(engine))
    throw new Error(`the page does not train by the fast step: ${engine}`);
  for (let reading = 0; reading < READINGS; reading++) {
    readings.push(await lab.readout('Images per second'));
    await lab.page.waitForTimeout(READ_EVERY_MS);
  }
  return median(readings);
}
