import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Part } from '../../protocol/data/images';
import type { ImageSummary } from '../../protocol/inspect';
import { EmptyState } from '../../ui/EmptyState';
import { Explanation } from '../../ui/Explanation';
import { formatCount } from '../../ui/format';
import { Section } from '../../ui/Section';
import { SegmentedField } from '../../ui/SegmentedField';
import { FailedInquiry } from '../shared/failed-inquiry';
import { PanelTerms } from '../shared/panel-terms';
import { useLab } from '../shared/use-lab';
import { Browsed } from './Browsed';
import styles from './DataBrowser.module.css';
import { useSummary } from './use-summary';

const PARTS = ['train', 'validation', 'test'] as const satisfies readonly Part[];

/** The images themselves, before any network has seen them: how many, what they look like, one by one. */
export function DataBrowser() {
  const { t: tAll, i18n } = useTranslation();
  const { t } = useTranslation('translation', { keyPrefix: 'panels.data-browser' });
  // Not the part that matrix, report and gallery are about: whoever browses does not change what they show.
  const [part, setPart] = useState<Part>(useLab(({ selection }) => selection.image?.set) ?? 'train');
  const summary = useSummary(part);
  const found = summary.answer;
  const note = found && t('note', { images: formatCount(found.positions.length, i18n.language) });
  return (
    <Section title={t('title')} note={note}>
      <Explanation question={tAll('explain')}>
        <p>{t('explain.parts')}</p>
        <p>{t('explain.means')}</p>
        <p>{t('explain.greys')}</p>
        <PanelTerms panel="data-browser" />
      </Explanation>
      <div className={styles.part}>
        <SegmentedField
          label={tAll('parts.label')}
          isLabelHidden
          value={part}
          options={PARTS.map((value) => ({ value, label: tAll(`parts.options.${value}`) }))}
          onChange={setPart}
        />
      </div>
      {found && found.positions.length > 0 ? (
        <Browsed summary={found} onPart={setPart} />
      ) : (
        <Instead status={summary.status} found={found} onRetry={summary.retry} />
      )}
    </Section>
  );
}

interface InsteadProps {
  readonly status: 'loading' | 'ready' | 'failed';
  readonly found: ImageSummary | undefined;
  readonly onRetry: () => void;
}

/** Why there are no images in sight, and what to do. */
function Instead({ status, found, onRetry }: InsteadProps) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.data-browser' });
  const data = useLab((state) => state.dataset.status);
  if (status === 'failed') {
    return <FailedInquiry text={t('failed')} onRetry={onRetry} />;
  }
  const key = found ? 'noImages' : data === 'ready' ? 'summing' : data;
  return <EmptyState role="status" text={t(key)} />;
}
