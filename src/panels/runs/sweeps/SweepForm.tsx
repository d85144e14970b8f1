import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MOST_TRIALS, type Sweep, trialCount } from '../../../model/sweep';
import { sweepProblem } from '../../../model/sweep-plan';
import { Button } from '../../../ui/Button';
import { Note } from '../../../ui/Note';
import { NumberBox } from '../../../ui/NumberBox';
import { SegmentedField } from '../../../ui/SegmentedField';
import { Toolbar } from '../../../ui/Toolbar';
import { useActions, useLab } from '../../shared/use-lab';
import { AxisList } from './AxisList';
import { HalvingSwitch } from './HalvingSwitch';
import { newAxis } from './new-axis';
import { SweepElsewhere } from './SweepElsewhere';
import { useSweepBlock } from './use-sweep-block';
import { useWorkText } from './use-work-text';

type Draft = Omit<Sweep, 'base'>;

const DRAWS = 12;

/** What is to be tried, and how much that is, before it begins. */
export function SweepForm() {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.sweeps.sweep' });
  const base = useLab((state) => state.settings);
  const hasResults = useLab(({ sweeps }) => (sweeps.sweep?.results.length ?? 0) > 0);
  const { startSweep } = useActions();
  const [draft, setDraft] = useState<Draft>(() => ({
    ...{ axes: [newAxis('learningRate', base)], method: 'grid', draws: DRAWS, halving: false },
  }));
  const change = (patch: Partial<Draft>) => setDraft({ ...draft, ...patch });
  const sweep = useMemo(() => ({ base, ...draft }), [base, draft]);
  const problem = sweepProblem(sweep);
  const trials = useMemo(() => trialCount(sweep), [sweep]);
  const work = useWorkText(problem ? undefined : sweep);
  const block = useSweepBlock();
  return (
    <>
      <AxisList
        axes={draft.axes}
        base={base}
        isGrid={draft.method === 'grid'}
        onChange={(axes) => change({ axes })}
      />
      <Toolbar align="end">
        <SegmentedField<Draft['method']>
          label={t('method')}
          value={draft.method}
          options={(['grid', 'random'] as const).map((value) => ({ value, label: t(`methods.${value}`) }))}
          onChange={(method) => change({ method })}
        />
        {draft.method === 'random' && (
          <NumberBox
            label={t('draws')}
            isLabelShown
            min={2}
            max={MOST_TRIALS}
            value={draft.draws}
            onChange={(draws) => change({ draws })}
          />
        )}
      </Toolbar>
      <HalvingSwitch isOn={draft.halving} onChange={(halving) => change({ halving })} />
      <Toolbar>
        <Button isDisabled={problem !== undefined || block !== undefined} onPress={() => startSweep(sweep)}>
          {t('start')}
        </Button>
        <Note role="status">
          {problem
            ? t(`problems.${problem}`, { count: trials, most: MOST_TRIALS })
            : work && `${t('plan', { count: work.runs, parts: work.parts })}.`}
          {block && ` ${block}`}
          {!problem &&
            draft.method === 'random' &&
            trials < draft.draws &&
            ` ${t('fewer', { count: trials })}`}
          {!block && !problem && hasResults && ` ${t('replaces')}`}
        </Note>
      </Toolbar>
      <SweepElsewhere sweep={problem ? undefined : sweep} />
    </>
  );
}
