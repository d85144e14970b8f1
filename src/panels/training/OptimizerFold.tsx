import { useTranslation } from 'react-i18next';
import { INITIAL_SETTINGS, type Settings } from '../../model/settings';
import { isHeeded } from '../../model/settings-difference';
import { Fold } from '../../ui/Fold';
import { formatSignificant } from '../../ui/format';
import { NumberField } from '../shared/setting-fields';
import { useAreHidden } from '../shared/use-control';
import { useLab } from '../shared/use-lab';
import { HeededField } from './HeededField';

const FIELDS = ['beta1', 'beta2', 'rho', 'weightDecay', 'clipNorm', 'ema'] as const;

/** Those that the next run heeds and that are not what they usually are. */
const unusual = (settings: Settings) =>
  FIELDS.filter((name) => isHeeded(name, settings) && settings[name] !== INITIAL_SETTINGS[name]);

/** What most people leave as it is. */
export function OptimizerFold() {
  const { t, i18n } = useTranslation();
  const settings = useLab((state) => state.settings);
  const areHidden = useAreHidden(FIELDS);
  if (areHidden) return null;
  const set = unusual(settings).map(
    (name) => `${t(`settings.${name}.label`)} ${formatSignificant(settings[name], i18n.language, 6)}`,
  );
  return (
    <Fold
      title={t('panels.training.more')}
      summary={set.length > 0 ? set.join(' · ') : t('panels.training.usual')}
    >
      {FIELDS.map((name) =>
        name === 'beta1' || name === 'beta2' || name === 'rho' ? (
          <HeededField key={name} name={name} />
        ) : (
          <NumberField key={name} name={name} />
        ),
      )}
    </Fold>
  );
}
