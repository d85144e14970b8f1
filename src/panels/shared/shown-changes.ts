import type { RunChange } from '../../protocol/run';

/** Changes of one setting that follow each other so closely are shown as one: a slider passes many values on its way. */
const CLOSE_BATCHES = 10;

/** What was changed while a run trained, a slider's way as one change, at the batch where it came to rest. */
export function shownChanges(changes: readonly RunChange[]): RunChange[] {
  const shown: RunChange[] = [];
  for (const change of changes) {
    const before = shown.findLastIndex(({ name }) => name === change.name);
    const last = shown[before];
    if (last && change.batch - last.batch <= CLOSE_BATCHES) shown[before] = { ...change, from: last.from };
    else shown.push(change);
  }
  return shown.sort((a, b) => a.batch - b.batch);
}
