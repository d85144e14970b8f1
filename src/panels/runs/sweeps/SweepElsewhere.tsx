import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Sweep } from '../../../model/sweep';
import type { TrialResult } from '../../../state/sweeps/sweeps-slice';
import { Button } from '../../../ui/Button';
import { FileButton } from '../../../ui/FileButton';
import { Note } from '../../../ui/Note';
import { Toolbar } from '../../../ui/Toolbar';
import { saveFile } from '../../shared/save-file';
import { useClassNames } from '../../shared/use-class-names';
import { useActions } from '../../shared/use-lab';
import { useSweepBlock } from './use-sweep-block';

const FILE_NAME = 'digit-lab-sweep.py';

type Outcome = 'saved' | 'opened' | 'not-loaded' | 'damaged' | 'impossible' | 'not-its-trials';

/** A sweep that is too large for a browser, on its way to other machines, and its results on their way back. */
export function SweepElsewhere({
  sweep,
}: {
  /** Undefined where it can't be trained. */ readonly sweep: Sweep | undefined;
}) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.sweeps.sweep.elsewhere' });
  const { showSweep } = useActions();
  const classNames = useClassNames();
  const block = useSweepBlock();
  const [outcome, setOutcome] = useState<Outcome>();
  const open = async (file: File) => {
    const results = await readFile(file);
    if (typeof results !== 'string') showSweep(results.sweep, results.results);
    setOutcome(typeof results === 'string' ? results : 'opened');
  };
  return (
    <>
      <Toolbar role="group" aria-label={t('title')}>
        <Button
          isDisabled={!sweep}
          onPress={() =>
            sweep && void saveScript(sweep, classNames).then(setOutcome, () => setOutcome('not-loaded'))
          }
        >
          {t('save')}
        </Button>
        {block === undefined && (
          <FileButton
            onChoose={([first]) => first && void open(first.file).catch(() => setOutcome('not-loaded'))}
          >
            {t('open')}
          </FileButton>
        )}
        <Note role="status">{outcome && t(`outcomes.${outcome}`)}</Note>
      </Toolbar>
      <Note>{t('what')}</Note>
    </>
  );
}

async function saveScript(sweep: Sweep, classNames: readonly string[]): Promise<Outcome> {
  const { optunaScript } = await import('../../../export/optuna/optuna');
  saveFile(
    FILE_NAME,
    new Blob([optunaScript(sweep, FILE_NAME, classNames)], { type: 'text/x-python;charset=utf-8' }),
  );
  return 'saved';
}

/** @returns what is wrong with it, where something is */
async function readFile(file: File): Promise<{ sweep: Sweep; results: TrialResult[] } | Outcome> {
  const { readSweepResults } = await import('../../../export/optuna/sweep-results');
  const { NetworkFileError } = await import('../../../export/read/network-file-error');
  try {
    const { sweep, results } = readSweepResults(file.name, await file.text());
    return {
      sweep,
      results: results.map((result) => ({
        ...result,
        run: undefined,
        accuracy: result.validation && result.validation.right / result.validation.images,
      })),
    };
  } catch (error) {
    if (!(error instanceof NetworkFileError)) throw error;
    if (error.code !== 'impossible') return 'damaged';
    return error.field === 'sweep' ? 'impossible' : 'not-its-trials';
  }
}
