import { useTranslation } from 'react-i18next';
import { CONTROL_STATES, type ControlState, LESSON_CONTROLS, type Lesson } from '../../../model/lesson';
import { AUGMENTATION, type SettingName } from '../../../model/settings';
import { Fold } from '../../../ui/Fold';
import { SelectField } from '../../../ui/SelectField';
import styles from './LessonEditor.module.css';

type Controls = Lesson['controls'];

interface ControlFieldsProps {
  readonly controls: Controls;
  readonly onChange: (controls: Controls) => void;
}

const NETWORK: readonly SettingName[] = ['network', 'activation'];
const DATA: readonly SettingName[] = ['dataset', 'syntheticShare', 'digits', 'digitNoise', 'digitBlur'];
/** Where and by what it is computed is no lesson's matter. */
const ENGINE: readonly SettingName[] = ['backend', 'trainStep', 'workers'];
const ELSEWHERE = [...NETWORK, ...DATA, ...AUGMENTATION, ...ENGINE];
/** By the cards that they stand in. */
const GROUPS = {
  network: NETWORK,
  data: DATA,
  training: LESSON_CONTROLS.filter((name) => !ELSEWHERE.includes(name)),
  augmentation: AUGMENTATION as readonly SettingName[],
  engine: ENGINE,
} as const;
type Group = keyof typeof GROUPS;

/** Which controls a student may change, sees, or doesn't see. */
export function ControlFields({ controls, onChange }: ControlFieldsProps) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.lessons.editor.controls' });
  return (
    <fieldset className={styles.group}>
      <legend>{t('legend')}</legend>
      <SelectField<ControlState>
        label={t('others')}
        hint={t('hint')}
        value={controls.others}
        options={CONTROL_STATES.map((value) => ({ value, label: t(`states.${value}`) }))}
        onChange={(others) => onChange({ ...controls, others })}
      />
      {(Object.keys(GROUPS) as Group[]).map((group) => (
        <GroupFold key={group} group={group} controls={controls} onChange={onChange} />
      ))}
    </fieldset>
  );
}

const AS_OTHERS = 'others';

function GroupFold({ group, controls, onChange }: ControlFieldsProps & { readonly group: Group }) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.lessons.editor.controls' });
  const { t: tLab } = useTranslation();
  const { except } = controls;
  const labelOf = (name: SettingName) => tLab(`settings.${name === 'network' ? 'preset' : name}.label`);
  const named = GROUPS[group].filter((name) => except[name] !== undefined).map(labelOf);
  const choose = (name: SettingName, state: ControlState | typeof AS_OTHERS) => {
    const { [name]: _, ...rest } = except;
    onChange({ ...controls, except: state === AS_OTHERS ? rest : { ...rest, [name]: state } });
  };
  return (
    <Fold title={tLab(`panels.${group}.title`)} summary={named.join(' · ') || t('allOthers')}>
      <div className={styles.columns}>
        {GROUPS[group].map((name) => (
          <SelectField<ControlState | typeof AS_OTHERS>
            key={name}
            label={labelOf(name)}
            value={except[name] ?? AS_OTHERS}
            options={([AS_OTHERS, ...CONTROL_STATES] as const).map((value) => ({
              value,
              label: t(`states.${value}`),
            }))}
            onChange={(state) => choose(name, state)}
          />
        ))}
      </div>
    </Fold>
  );
}
