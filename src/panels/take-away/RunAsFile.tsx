import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunId } from '../../protocol/history';
import type { RunRecord } from '../../state/history/run-record';
import { Button } from '../../ui/Button';
import { formatTime } from '../../ui/format';
import { Note } from '../../ui/Note';
import { SelectField } from '../../ui/SelectField';
import { Toolbar } from '../../ui/Toolbar';
import { saveFile } from '../shared/save-file';
import { useInquiries, useLab } from '../shared/use-lab';

/** Saves a run with its configuration, curves and results, and its weights where a person wants them and they are kept. */
export function RunAsFile() {
  const { t, i18n } = useTranslation('take-away', { keyPrefix: 'run' });
  const runs = useLab((state) => state.runs);
  const kept = useLab((state) => state.keptEpochs.runs);
  const inquiries = useInquiries();
  const [chosen, setChosen] = useState<RunId>();
  const [isWithWeights, setWithWeights] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const run = runs.find(({ id }) => id === chosen) ?? runs.at(-1);
  if (!run) return <Note>{t('none')}</Note>;
  const epoch = leftAfter(run);
  const areKept = kept[run.id]?.includes(epoch) ?? false;
  const save = async () => {
    const moment = { run: run.id, epoch };
    const network = isWithWeights && areKept ? await inquiries.networkAt(moment) : undefined;
    const { writeRun } = await import('../../export/run/write-run');
    const content = new Blob([writeRun({ run, network })], { type: 'application/json' });
    saveFile(`run-${run.number}.digitlab.json`, content);
  };
  return (
    <>
      <Toolbar align="end">
        <SelectField
          label={t('which')}
          value={run.id}
          options={runs.toReversed().map(({ id, number, startedAt }) => ({
            value: id,
            label: t('option', { number, time: formatTime(startedAt, i18n.language) }),
          }))}
          onChange={setChosen}
        />
        <label>
          <input
            type="checkbox"
            checked={isWithWeights && areKept}
            disabled={!areKept}
            onChange={(event) => setWithWeights(event.target.checked)}
          />{' '}
          {t('withWeights')}
        </label>
        <Button
          onPress={() => {
            setFailed(false);
            save().catch(() => setFailed(true));
          }}
        >
          {t('save')}
        </Button>
      </Toolbar>
      <Note>{t(areKept ? 'what' : 'noWeights')}</Note>
      {hasFailed && <Note role="alert">{t('failed')}</Note>}
    </>
  );
}

/** The epoch whose weights a run has left. */
const leftAfter = ({ ending, epochs }: RunRecord): number => ending?.keptEpoch ?? epochs;
