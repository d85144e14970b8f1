import { useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../model/settings';
import { type Sweep, trialsOf } from '../../../model/sweep';
import { Button } from '../../../ui/Button';
import { Note } from '../../../ui/Note';
import { NumberBox } from '../../../ui/NumberBox';
import { Toolbar } from '../../../ui/Toolbar';
import { TermText, withoutMarks } from '../../shared/term';
import { useActions, useLab } from '../../shared/use-lab';
import { RepeatFigures } from './RepeatFigures';
import { RepeatRuns } from './RepeatRuns';
import { SweepProgress } from './SweepProgress';
import styles from './Sweeps.module.css';
import { useSweepBlock } from './use-sweep-block';
import { useWorkText } from './use-work-text';

/** Fewer have no deviation; more are no better known by Student's t than the table reaches. */
const COUNT = { min: 2, max: 30, initial: 5 };

const repeat = (base: Settings, count: number): Sweep => ({
  ...{ base, axes: [{ setting: 'seed', count }], method: 'grid', draws: count, halving: false },
});

/** The same training with several seeds: what of an accuracy is luck. */
export function SeedRepeat() {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.sweeps.repeat' });
  const id = useId();
  const [count, setCount] = useState(COUNT.initial);
  const settings = useLab((state) => state.settings);
  const state = useLab(({ sweeps }) => sweeps.repeat);
  const block = useSweepBlock();
  const { startSweep } = useActions();
  const sweep = useMemo(() => repeat(settings, count), [settings, count]);
  const work = useWorkText(sweep);
  const trials = trialsOf(sweep);
  const seeds = { first: trials[0]?.seed, last: trials.at(-1)?.seed };
  return (
    <section className={styles.section} aria-labelledby={id} tabIndex={-1}>
      <h3 className={styles.heading} id={id} aria-label={withoutMarks(t('title'))}>
        <TermText>{t('title')}</TermText>
      </h3>
      <Note>{t('what')}</Note>
      <Toolbar align="end">
        <NumberBox
          label={t('count')}
          isLabelShown
          min={COUNT.min}
          max={COUNT.max}
          value={count}
          onChange={setCount}
        />
        <Button isDisabled={block !== undefined} onPress={() => startSweep(sweep)}>
          {t('start')}
        </Button>
      </Toolbar>
      <Note>{block ?? t('work', { ...seeds, parts: work?.parts })}</Note>
      {state && (
        <>
          <SweepProgress kind="repeat" state={state} />
          <RepeatFigures results={state.results} />
          <RepeatRuns state={state} />
        </>
      )}
    </section>
  );
}
