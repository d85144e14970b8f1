import { useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../model/settings';
import type { KernelTime } from '../../protocol/backend';
import type { Inquiries } from '../../protocol/engine-api';
import { isActive } from '../../state/run/run-state';
import { Button } from '../../ui/Button';
import { formatNumber, formatShare } from '../../ui/format';
import { Note } from '../../ui/Note';
import { ShareBar } from '../../ui/ShareBar';
import { Table } from '../../ui/Table';
import { WordRow } from '../../ui/word-row';
import { FailedInquiry } from '../shared/failed-inquiry';
import { Term } from '../shared/term';
import { useInquiry } from '../shared/use-inquiry';
import { useLab } from '../shared/use-lab';
import styles from './EnginePanel.module.css';

/** Where the time of a training step goes, on request; only where the step in use can tell. */
export function KernelTimes() {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.engine.kernels' });
  const id = useId();
  const canTell = useLab((state) => state.readout?.timesKernels ?? false);
  const isRunning = useLab((state) => isActive(state.run.phase));
  const built = useLab((state) => state.built);
  // Of which network it was asked: the times of another say nothing.
  const [asked, setAsked] = useState<{ readonly of: Settings | undefined }>();
  const wanted = asked?.of === built ? asked : undefined;
  const question = useMemo(() => wanted && ((inquiries: Inquiries) => inquiries.kernelTimes()), [wanted]);
  const { status, answer } = useInquiry(question, 'nothing');
  if (!canTell) return null;
  const ask = () => setAsked({ of: built });
  const isTiming = status === 'loading';
  const note = isTiming ? t('timing') : isRunning ? t('running') : undefined;
  return (
    <section className={`${styles.more} ${styles.kernels}`} aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{t('title')}</h3>
      {answer && answer.length > 0 && <TimesTable times={answer} />}
      {status === 'failed' && <FailedInquiry onRetry={ask} />}
      {wanted && status === 'ready' && !answer?.length && <Note>{t('nothing')}</Note>}
      <div className={styles.ask}>
        <Button isDisabled={isTiming || isRunning} aria-describedby={note && `${id}-note`} onPress={ask}>
          {t('time')}
        </Button>
        {note && (
          <Note id={`${id}-note`} role={isTiming ? 'status' : undefined}>
            {note}
          </Note>
        )}
      </div>
    </section>
  );
}

function TimesTable({ times }: { readonly times: readonly KernelTime[] }) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.engine.kernels' });
  const { t: ofLayers } = useTranslation('translation', { keyPrefix: 'panels.network.types' });
  const nameOf = ({ work, layer }: KernelTime) =>
    t(`work.${work}`, {
      layer:
        layer &&
        t('layer', {
          number: layer.number + 1,
          type: ofLayers(layer.type),
        }),
    });
  const sum = (of: (time: KernelTime) => number) => times.reduce((total, time) => total + of(time), 0);
  const all = {
    milliseconds: sum(({ milliseconds }) => milliseconds),
    flops: sum(({ flops }) => flops),
  };
  return (
    <Table caption={t('caption')}>
      <thead>
        <tr>
          <WordRow>
            <th scope="col" aria-label={t('kernel')}>
              <Term id="compute-kernel">{t('kernel')}</Term>
            </th>
            <th scope="col">{t('milliseconds')}</th>
            <th scope="col">{t('share')}</th>
            <th scope="col" aria-label={t('gigaflops')}>
              <Term id="gflops">{t('gigaflops')}</Term>
            </th>
          </WordRow>
        </tr>
      </thead>
      <tbody>
        {times.map((time, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: kernels of one name differ by their place alone
          <TimeRow key={i} name={nameOf(time)} time={time} total={all.milliseconds} />
        ))}
      </tbody>
      <tfoot>
        <TimeRow name={t('all')} time={all} total={all.milliseconds} />
      </tfoot>
    </Table>
  );
}

interface TimeRowProps {
  readonly name: string;
  readonly time: Pick<KernelTime, 'milliseconds' | 'flops'>;
  /** Milliseconds of the whole step. */
  readonly total: number;
}

function TimeRow({ name, time: { milliseconds, flops }, total }: TimeRowProps) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.engine.kernels' });
  const share = total > 0 ? milliseconds / total : 0;
  const isTelling = flops > 0 && milliseconds > 0;
  return (
    <tr>
      <th scope="row">
        {name}
        <ShareBar share={share} className={styles.bar} />
      </th>
      <td>{formatNumber(milliseconds, i18n.language, 2)}</td>
      <td>{formatShare(share, i18n.language, 0)}</td>
      <td>{isTelling ? formatNumber(flops / milliseconds / 1e6, i18n.language, 1) : t('none')}</td>
    </tr>
  );
}
