import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Opened } from '../../export/open-files';
import { NetworkFileError } from '../../export/read/network-file-error';
import type { FileRun } from '../../export/run/run-file';
import { DIGIT_NAMES } from '../../model/class-names';
import { plainText } from '../../model/plain-text';
import { isActive } from '../../state/run/run-state';
import { FileButton } from '../../ui/FileButton';
import { Note } from '../../ui/Note';
import type { PickedFile } from '../../ui/picked-file';
import { Toolbar } from '../../ui/Toolbar';
import { useActions, useLabStore } from '../shared/use-lab';
import { NetworkPreview } from './NetworkPreview';
import styles from './TakeAway.module.css';
import { useOwnDrop } from './use-own-drop';

type Stage =
  | { readonly stage: 'idle' }
  | { readonly stage: 'reading' }
  | {
      readonly stage: 'network';
      readonly name: string;
      readonly opened: Extract<Opened, { kind: 'network' }>;
    }
  | { readonly stage: 'run'; readonly told: 'run' | 'runWithWeights' | 'runBusy' }
  | { readonly stage: 'refused'; readonly error: unknown };

/** Networks and runs from files: chosen, or dropped here. A network is looked at before it takes the place of the one in use. */
export function OpenFiles() {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.take-away.open' });
  const [now, setNow] = useState<Stage>({ stage: 'idle' });
  const { addRun, openTrained } = useActions();
  const store = useLabStore();
  const attempt = useRef(0);
  const open = useCallback(
    async (picked: readonly PickedFile[]) => {
      attempt.current += 1;
      const mine = attempt.current;
      const isLatest = () => mine === attempt.current;
      setNow({ stage: 'reading' });
      const name = picked[0]?.file.name ?? '';
      try {
        const opened = await read(picked);
        if (!isLatest()) return;
        if (opened.kind === 'network') {
          setNow({ stage: 'network', name, opened });
          return;
        }
        addRun(opened.run);
        const isBusy = isActive(store.getState().run.phase);
        const { network, run } = opened;
        if (network && !isBusy) openTrained(network, plainText(name), namesOf(run));
        setNow({ stage: 'run', told: network ? (isBusy ? 'runBusy' : 'runWithWeights') : 'run' });
      } catch (error) {
        if (isLatest()) setNow({ stage: 'refused', error });
      }
    },
    [addRun, openTrained, store],
  );
  const { isOver, ...drop } = useOwnDrop(open);
  return (
    <div className={isOver ? styles.over : styles.drop} {...drop}>
      <Toolbar>
        <FileButton onChoose={(picked) => void open(picked)}>{t('button')}</FileButton>
        <Note>{t('what')}</Note>
      </Toolbar>
      {now.stage === 'reading' && <Note role="status">{t('reading')}</Note>}
      {now.stage === 'run' && <Note role="status">{t(now.told)}</Note>}
      {now.stage === 'refused' && <Refused error={now.error} />}
      {now.stage === 'network' && (
        <NetworkPreview
          key={now.name}
          name={now.name}
          opened={now.opened}
          onClose={() => setNow({ stage: 'idle' })}
        />
      )}
    </div>
  );
}

/** Of the classes that a run was trained on, where its file says them. */
const namesOf = ({ data }: FileRun): readonly string[] | undefined =>
  data?.areDigits ? DIGIT_NAMES : data?.classNames;

async function read(picked: readonly PickedFile[]): Promise<Opened> {
  const { openFiles } = await import('../../export/open-files');
  const files = picked.map(async ({ file }) => ({
    name: file.name,
    bytes: new Uint8Array(await file.arrayBuffer()),
  }));
  return openFiles(await Promise.all(files));
}

function Refused({ error }: { readonly error: unknown }) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.take-away.open' });
  if (!(error instanceof NetworkFileError)) return <Note role="alert">{t('unreadable')}</Note>;
  const { code, file, field, reason } = error;
  const where = [field, reason].filter((part) => part !== '').join(': ');
  return (
    <Note role="alert">
      {t(`refused.${code}`, { file })}
      {where && ` (${where})`}
    </Note>
  );
}
