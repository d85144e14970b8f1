import { useTranslation } from 'react-i18next';
import { isHeeded } from '../../model/settings-difference';
import { NumberField } from '../shared/setting-fields';
import { useLab } from '../shared/use-lab';

/** By setting, the key of what says for which choices alone it is there. */
const ONLY_FOR = {
  momentum: 'velocity',
  beta1: 'moments',
  beta2: 'moments',
  rho: 'squares',
  initStd: 'normal',
} as const;

/** The slider of a setting that not every run heeds: where the next one does not, it can't be used and says why. */
export function HeededField({ name }: { readonly name: keyof typeof ONLY_FOR }) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.training.onlyFor' });
  const isUsed = useLab(({ settings }) => isHeeded(name, settings));
  return <NumberField name={name} reason={isUsed ? undefined : t(ONLY_FOR[name])} />;
}
