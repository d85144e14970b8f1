import { useTranslation } from 'react-i18next';
import type { KernelChannel } from '../../model/kernels';
import { SelectField } from '../../ui/SelectField';
import { Term } from '../shared/term';

interface ChannelFieldProps {
  readonly channels: number;
  readonly value: KernelChannel;
  readonly onChange: (channel: KernelChannel) => void;
}

/** Which input channel's kernels are shown, or the mean over all. */
export function ChannelField({ channels, value, onChange }: ChannelFieldProps) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.filters' });
  return (
    <SelectField
      label={t('channel')}
      word={<Term id="channel">{t('channel')}</Term>}
      value={String(value)}
      options={[
        { value: 'mean', label: t('mean', { channels }) },
        ...Array.from({ length: channels }, (_, channel) => ({
          value: String(channel),
          label: t('oneChannel', { channel: channel + 1, channels }),
        })),
      ]}
      onChange={(chosen) => onChange(chosen === 'mean' ? 'mean' : Number(chosen))}
    />
  );
}
