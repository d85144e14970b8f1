import type { RunId } from '../../protocol/history';
import { answerFor, someoneAnswers } from './run-answers';

const nameOf = (run: RunId) => `digit-lab-run-${run}`;

/** The locks of this browser's tabs; a page by plain http has none, and asks the other tabs instead. */
const locks = (): LockManager | undefined => (typeof navigator === 'undefined' ? undefined : navigator.locks);

/** Says to the other tabs that this one is at work on a run, as long as it lives. @returns a function that lets go */
export function holdRun(run: RunId): () => void {
  const tabs = locks();
  if (!tabs) return answerFor(nameOf(run));
  let letGo = () => {};
  const over = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  tabs.request(nameOf(run), () => over).catch(() => undefined);
  return letGo;
}

/** Whether some tab is at work on it. */
export async function isHeld(run: RunId): Promise<boolean> {
  const tabs = locks();
  if (!tabs) return someoneAnswers(nameOf(run));
  const { held = [] } = await tabs.query();
  return held.some(({ name }) => name === nameOf(run));
}
