import { useTranslation } from 'react-i18next';
import { SelectField } from '../../ui/SelectField';
import { SettingTerm } from '../shared/term';
import { useControl } from '../shared/use-control';
import { useActions, useLab } from '../shared/use-lab';

/** Percent; another one can come by the address. */
const OFFERED = [0, 98, 99, 99.5];

/** At which validation accuracy the run ends. */
export function StopAtField() {
  const { t } = useTranslation('translation', { keyPrefix: 'settings.stopAt' });
  const stopAt = useLab((state) => state.settings.stopAt);
  const { change } = useActions();
  const { state, reason } = useControl('stopAt');
  if (state === 'hidden') return null;
  const offered = [...new Set([...OFFERED, stopAt])].sort((a, b) => a - b);
  return (
    <SelectField<string>
      label={t('label')}
      word={<SettingTerm name="stopAt" />}
      hint={reason ?? t('hint')}
      isDisabled={reason !== undefined}
      value={String(stopAt)}
      options={offered.map((percent) => ({
        value: String(percent),
        label: percent === 0 ? t('off') : t('percent', { percent }),
      }))}
      onChange={(chosen) => change({ stopAt: Number(chosen) })}
    />
  );
}
