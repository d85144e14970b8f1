import { NUMBERS, SEED } from '../../model/settings';
import { roundsOf, type Sweep, type SweepAxis, trialsOf } from '../../model/sweep';
import { dataSentences } from '../python/data-sentences';
import { forClasses } from '../python/for-classes';
import { pythonFile, pythonOf } from '../python/python-text';
import { pytorchCode } from '../pytorch/pytorch-code';
import sweepCode from './sweep.py?raw';

const ABOUT = (fileName: string, notes: readonly string[]) => `"""
A sweep of Digit Lab with Optuna: the same trials, seeds and rounds as on the page, all judged by the same validation
images.

    pip install optuna torch numpy
    python ${fileName} &          as often as the machine has room: the processes share the trials
    python ${fileName}

They meet in a file beside this one, which may lie on a drive that several hosts share (--storage). What they have found
goes to a file that the page opens (--results). Whoever starts it again goes on where it was.
${notes.join('\n')}
"""

import argparse
import time`;

/**
 * A program that trains a sweep elsewhere.
 * @param sweep - without a problem (sweep-plan.ts)
 * @param classNames - of the data that it trains on
 */
export function optunaScript(sweep: Sweep, fileName: string, classNames: readonly string[]): string {
  const { base } = sweep;
  const [imports = '', ...code] = pytorchCode(base, classNames);
  const trials = trialsOf(sweep);
  const names = sweep.axes.map(({ setting }) => setting);
  const changes = trials.map((trial) =>
    Object.fromEntries(names.map((name) => [name, trial[name] as string | number])),
  );
  const values = (name: (typeof names)[number]) => changes.map((change) => Number(change[name]));
  const table = (rows: readonly Parameters<typeof pythonOf>[0][]) =>
    `[\n${rows.map((row) => `    ${pythonOf(row)},\n`).join('')}]`;
  const space = sweep.axes.map((axis) => distributionOf(axis, values(axis.setting)));
  return pythonFile([
    `${ABOUT(fileName, dataSentences(base, classNames))}\n${imports}\nimport optuna`,
    ...code,
    `# What is tried of which setting.\nSPACE = ${table(space)}`,
    `# The settings of each trial, in the order of the page.\nTRIALS = ${table(changes)}`,
    `HALVING = ${pythonOf(sweep.halving)}\nROUNDS = ${table(roundsOf(sweep, trials.length))}`,
    `# As the page wrote it; it goes back with the results.\nSWEEP = ${pythonOf(JSON.stringify(sweep))}`,
    forClasses(sweepCode, base.network, classNames),
  ]);
}

/** @param values - of all trials: rounding may have led a little beyond the ends of the axis */
function distributionOf(axis: SweepAxis, values: readonly number[]) {
  const { setting } = axis;
  if ('options' in axis) return { setting, options: axis.options };
  const ends = { low: Math.min(...values), high: Math.max(...values) };
  if ('count' in axis) return { setting, ...ends, whole: SEED.whole, log: false };
  const { whole, scale } = NUMBERS[axis.setting];
  return { setting, ...ends, whole, log: scale === 'log' && ends.low > 0 };
}
