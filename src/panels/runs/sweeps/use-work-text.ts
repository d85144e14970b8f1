import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Sweep } from '../../../model/sweep';
import { workOf } from '../../../model/sweep-plan';
import { knownSpeed } from '../../../state/sweeps/known-speed';
import { useLab } from '../../shared/use-lab';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/**
 * How many runs of how many epochs a sweep takes, and how long that is where a speed is known.
 * @param sweep - undefined for one that can't be trained
 */
export function useWorkText(
  sweep: Sweep | undefined,
): { readonly runs: number; readonly parts: string } | undefined {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.sweeps.sweep' });
  const available = useLab(({ dataset }) => (dataset.status === 'ready' ? dataset.train : undefined));
  const runs = useLab((state) => state.runs);
  const speeds = useLab((state) => state.speeds);
  return useMemo(() => {
    if (!sweep) return undefined;
    const work = workOf(sweep, available ?? sweep.base.trainingImages);
    const speed = knownSpeed({ runs, speeds }, sweep.base);
    const told = work.parts.map((part) => t('part', { runs: part.runs, count: part.epochs }));
    if (speed !== undefined) told.push(t('about', timeOf(work.images / speed)));
    return { runs: work.runs, parts: told.join(', ') };

    function timeOf(seconds: number): { readonly time: string } {
      if (seconds < MINUTE) return { time: t('seconds', { count: Math.max(1, Math.round(seconds)) }) };
      if (seconds < 2 * HOUR) return { time: t('minutes', { count: Math.round(seconds / MINUTE) }) };
      return { time: t('hours', { count: Math.round(seconds / HOUR) }) };
    }
  }, [sweep, available, runs, speeds, t]);
}
