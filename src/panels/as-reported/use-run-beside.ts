import { useMemo } from 'react';
import type { AuthoredPresetId } from '../../model/reported';
import { useLab } from '../shared/use-lab';
import { type RunBeside, runBeside } from './run-beside';

export function useRunBeside(preset: AuthoredPresetId): RunBeside {
  const run = useLab((state) => state.run);
  const runs = useLab((state) => state.runs);
  return useMemo(() => runBeside({ run, runs }, preset), [run, runs, preset]);
}
