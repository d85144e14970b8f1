import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { CandidateSpeed } from '../../protocol/speed';
import { measureBlock } from '../../state/speeds/speeds-selectors';
import { Button } from '../../ui/Button';
import { formatCount } from '../../ui/format';
import { Note } from '../../ui/Note';
import { Table } from '../../ui/Table';
import { useActions, useLab } from '../shared/use-lab';
import styles from './EnginePanel.module.css';

/** How fast each of those is that Automatic chooses from, and which one it takes. */
export function MeasuredSpeeds() {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.engine.speeds' });
  const id = useId();
  const speeds = useLab((state) => state.speeds);
  const block = useLab(measureBlock);
  const { measureSpeeds } = useActions();
  if (!speeds || speeds.candidates.length === 0) return null;
  const { candidates, fastest, measuring } = speeds;
  const note = measuring ? t('measuring') : block && t(`blocked.${block}`);
  return (
    <section className={styles.more} aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{t('title')}</h3>
      <Table caption={t('caption')}>
        <thead>
          <tr>
            <th scope="col">{t('candidate')}</th>
            <th scope="col">{t('imagesPerSecond')}</th>
          </tr>
        </thead>
        <tbody>
          {candidates.map((candidate) => (
            <CandidateRow
              key={candidate.backend}
              candidate={candidate}
              isTaken={candidate.backend === fastest}
            />
          ))}
        </tbody>
      </Table>
      <div className={styles.ask}>
        <Button
          isDisabled={measuring || block !== undefined}
          aria-describedby={note && `${id}-note`}
          onPress={measureSpeeds}
        >
          {t('measure')}
        </Button>
        {note && (
          <Note id={`${id}-note`} role={measuring ? 'status' : undefined}>
            {note}
          </Note>
        )}
      </div>
    </section>
  );
}

interface CandidateRowProps {
  readonly candidate: CandidateSpeed;
  readonly isTaken: boolean;
}

function CandidateRow({ candidate, isTaken }: CandidateRowProps) {
  const { t, i18n } = useTranslation();
  const { backend, device, workers } = candidate;
  return (
    <tr>
      <th scope="row">
        {t(`settings.backend.options.${backend}`)}
        {device !== undefined && <small>{device}</small>}
        {workers !== undefined && <small>{t('panels.engine.readout.workers', { count: workers })}</small>}
        {isTaken && <small className={styles.taken}>{t('panels.engine.speeds.taken')}</small>}
      </th>
      <td>
        <Result result={candidate.result} language={i18n.language} />
      </td>
    </tr>
  );
}

interface ResultProps {
  readonly result: CandidateSpeed['result'];
  readonly language: string;
}

function Result({ result, language }: ResultProps) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.engine.speeds' });
  if (!result) return <small>{t('untried')}</small>;
  if ('imagesPerSecond' in result) return <b>{formatCount(result.imagesPerSecond, language)}</b>;
  const { failure } = result;
  return (
    <>
      {t('none')}
      <small>
        {failure.code === 'failed'
          ? t('failed', { detail: failure.detail })
          : t('noAnswer', { seconds: failure.seconds })}
      </small>
    </>
  );
}
