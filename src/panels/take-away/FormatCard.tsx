import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { formatNumber } from '../../ui/format';
import { Note } from '../../ui/Note';
import { saveFile } from '../shared/save-file';
import { useOutputNames, useOutputWording } from '../shared/use-class-names';
import { useInquiries, useLab } from '../shared/use-lab';
import { formatDifference } from './format-difference';
import { type FormatId, type Made, type MadeFiles, makeFiles } from './make-files';
import styles from './TakeAway.module.css';

type Stage =
  | { readonly stage: 'idle' }
  | { readonly stage: 'working' }
  | { readonly stage: 'over'; readonly made: Made; readonly weightsVersion: number | undefined }
  | { readonly stage: 'failed'; readonly reason: string };

const KILOBYTE = 1000;

interface FormatCardProps {
  readonly id: FormatId;
  /** Id of the sentence that says why no file is made now. */
  readonly against: string | undefined;
}

/** One format: what it is for, and the way to its file. */
export function FormatCard({ id, against }: FormatCardProps) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.take-away' });
  const { t: tAll } = useTranslation();
  const inquiries = useInquiries();
  const classNames = useOutputNames();
  const wording = useOutputWording();
  const weightsVersion = useLab((state) => state.weightsVersion);
  const [now, setNow] = useState<Stage>({ stage: 'idle' });
  // Other weights have come: the file is one of a network that is not in use any more.
  const isOutdated = now.stage === 'over' && now.weightsVersion !== weightsVersion;
  const made = now.stage === 'over' && !isOutdated ? now.made : undefined;
  const files = made?.ok ? made.files : undefined;
  const make = () => {
    setNow({ stage: 'working' });
    makeFiles(id, inquiries, classNames, (part, values) => t(`notebook.${part}`, { ...values })).then(
      (result) => setNow({ stage: 'over', made: result, weightsVersion }),
      (error: unknown) =>
        setNow({ stage: 'failed', reason: error instanceof Error ? error.message : String(error) }),
    );
  };
  const kilobytes = files && formatNumber(files.content.size / KILOBYTE, i18n.language, 0);
  return (
    <li className={styles.card} aria-label={tAll(`panels.take-away.formats.${id}.name`)}>
      <h4>{tAll(`panels.take-away.formats.${id}.name`)}</h4>
      <p>{tAll(`panels.take-away.formats.${id}.what`, wording)}</p>
      <Button
        variant={files ? 'primary' : 'plain'}
        isDisabled={now.stage === 'working' || (against !== undefined && !files)}
        aria-describedby={files ? undefined : against}
        onPress={files ? () => saveFile(files.name, files.content) : make}
      >
        {files ? t('save') : t('make', { format: tAll(`panels.take-away.formats.${id}.name`) })}
      </Button>
      {now.stage === 'working' && <Note role="status">{t('working')}</Note>}
      {isOutdated && !against && <Note role="status">{t('outdated')}</Note>}
      {files && <p>{t('file', { name: files.name, kilobytes })}</p>}
      {files && <Checked id={id} checked={files.checked} />}
      {made && !made.ok && (
        <Note role="alert">
          {made.code === 'no-network'
            ? t('noNetwork')
            : t('differs', { difference: formatDifference(made.difference, i18n.language) })}
        </Note>
      )}
      {now.stage === 'failed' && <Note role="alert">{t('failed', { reason: now.reason })}</Note>}
    </li>
  );
}

interface CheckedProps {
  readonly id: FormatId;
  readonly checked: MadeFiles['checked'];
}

function Checked({ id, checked }: CheckedProps) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.take-away' });
  const { t: tAll } = useTranslation();
  if (!checked) return <Note role="status">{t('unchecked')}</Note>;
  const { from, count, difference, rounding } = checked;
  const { language } = i18n;
  return (
    <Note role="status">
      {t(`checked.${from}`, { count, difference: formatDifference(difference, language) })}{' '}
      {tAll(`panels.take-away.formats.${id}.by`)}
      {rounding !== undefined && ` ${t('rounding', { rounding: formatDifference(rounding, language) })}`}
    </Note>
  );
}
