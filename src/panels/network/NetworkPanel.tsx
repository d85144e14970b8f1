import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNetwork } from '../../model/notation';
import { changesToPreset, PRESET_IDS, type PresetId, presetOf } from '../../model/presets';
import { isAuthored } from '../../model/reported';
import type { Settings } from '../../model/settings';
import { settingsProblem } from '../../model/settings-problem';
import { type Planned, planNetwork } from '../../model/shapes';
import { classesInUse } from '../../state/data/class-selectors';
import { Card } from '../../ui/Card';
import { formatCount } from '../../ui/format';
import { SelectField } from '../../ui/SelectField';
import { networkProblemText } from '../shared/network-problem-text';
import { ChoiceField } from '../shared/setting-fields';
import { TermText } from '../shared/term';
import { useAreHidden, useControl } from '../shared/use-control';
import { useActions, useLab } from '../shared/use-lab';
import { LayerEditor } from './LayerEditor';
import { Layers } from './Layers';
import { LayerTable } from './LayerTable';
import styles from './NetworkPanel.module.css';

const FIELDS = ['network', 'activation'] as const;

export function NetworkPanel() {
  const { t, i18n } = useTranslation();
  const settings = useLab((state) => state.settings);
  const { change } = useActions();
  const [editing, setEditing] = useState(false);
  const classes = useLab(classesInUse);
  const control = useControl('network');
  const areHidden = useAreHidden(FIELDS);
  if (areHidden) return null;
  const isLocked = control.reason !== undefined;
  const preset = editing && !isLocked ? 'custom' : presetOf(settings);
  const planned = planNetwork(settings.network, classes);
  const choose = (chosen: PresetId | 'custom') => {
    setEditing(chosen === 'custom');
    if (chosen !== 'custom') change(changesToPreset(chosen, settings));
  };
  return (
    <Card
      title={t('panels.network.title')}
      note={
        planned.ok ? (
          <TermText>
            {t('panels.network.parameters', {
              count: formatCount(planned.plan.parameters, i18n.language) as never,
            })}
          </TermText>
        ) : undefined
      }
    >
      <div className={styles.fields}>
        {control.state !== 'hidden' && (
          <>
            <div className={styles.preset}>
              <SelectField<PresetId | 'custom'>
                label={t('settings.preset.label')}
                {...hintOf(preset, control.reason, t)}
                isDisabled={isLocked}
                value={preset}
                options={[...PRESET_IDS, 'custom' as const].map((id) => ({
                  value: id,
                  label: t(`settings.preset.options.${id}`),
                }))}
                onChange={choose}
              />
            </div>
            <Layers summary={formatNetwork(settings.network)} isCustom={preset === 'custom'}>
              {preset === 'custom' && !isLocked ? (
                <LayerEditor network={settings.network} plans={planLayers(planned)} />
              ) : (
                planned.ok && <LayerTable layers={planned.plan.layers} activation={settings.activation} />
              )}
            </Layers>
          </>
        )}
        <Problem settings={settings} />
        <div data-fields="compact" data-explained="false">
          <ChoiceField name="activation" />
        </div>
      </div>
    </Card>
  );
}

/** What the preset is and, of somebody's published network, what had to be chosen here. */
const aboutPreset = (preset: PresetId, t: TFunction): string =>
  [
    t(`settings.preset.about.${preset}`),
    ...(isAuthored(preset) ? [t(`settings.preset.chosen.${preset}`)] : []),
  ].join(' ');

const hintOf = (preset: PresetId | 'custom', reason: string | undefined, t: TFunction) => {
  if (reason !== undefined) return { hint: reason };
  return preset === 'custom' ? {} : { hint: aboutPreset(preset, t) };
};

const planLayers = (planned: Planned) => (planned.ok ? planned.plan.layers : planned.layers);

function Problem({ settings }: { readonly settings: Settings }) {
  const { t, i18n } = useTranslation();
  const problem = settingsProblem(settings, useLab(classesInUse));
  if (!problem) return null;
  return (
    <p className={styles.problem} role="alert">
      {networkProblemText(problem, t, i18n.language)}
    </p>
  );
}
