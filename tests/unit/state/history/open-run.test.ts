import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../../src/model/presets';
import type { RunFromFile } from '../../../../src/state/history/run-record';
import { initialState, reduce } from '../../../../src/state/reducer';
import { FILE_RUN } from '../../../fixtures/file-run';

const opened = (...runs: RunFromFile[]) =>
  runs.reduce((state, run) => reduce(state, { type: 'run-opened', run }), initialState(DEFAULT_SETTINGS, []));

describe('a run from a file', () => {
  it('joins the list with a number of its own, once', () => {
    const other = { ...FILE_RUN, id: 'other' };
    const { runs, lastRunNumber } = opened(FILE_RUN, other, FILE_RUN);
    expect(runs.map(({ id, number }) => [id, number])).toEqual([
      [FILE_RUN.id, 1],
      ['other', 2],
    ]);
    expect(lastRunNumber).toBe(2);
    expect(runs[0]?.test?.confusion).toEqual(FILE_RUN.test?.confusion);
  });

  it('has data that no data of this visit are taken for', () => {
    const [run] = opened(FILE_RUN).runs;
    expect(run?.data).toEqual({ ...FILE_RUN.data, version: expect.any(Number) });
    expect(run?.data?.version).toBeLessThan(0);
  });
});
