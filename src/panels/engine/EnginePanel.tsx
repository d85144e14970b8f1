import { useTranslation } from 'react-i18next';
import { isTrained } from '../../state/network/network-selectors';
import { isActive } from '../../state/run/run-state';
import { FoldCard } from '../../ui/FoldCard';
import { formatCount, formatNumber } from '../../ui/format';
import { ChoiceField } from '../shared/setting-fields';
import { Term } from '../shared/term';
import { useAreHidden } from '../shared/use-control';
import { useLab } from '../shared/use-lab';
import styles from './EnginePanel.module.css';
import { KernelTimes } from './KernelTimes';
import { MeasuredSpeeds } from './MeasuredSpeeds';
import { TrainStepFields } from './TrainStepFields';
import { WhyNotAnother } from './WhyNotAnother';
import { waitingChoices } from './waiting-choices';

const FIELDS = ['backend', 'trainStep', 'workers'] as const;

/** Where the training runs, how fast, and why there. */
export function EnginePanel() {
  const { t, i18n } = useTranslation();
  const readout = useLab((state) => state.readout);
  const speed = useLab((state) => state.run.progress?.imagesPerSecond);
  const language = i18n.language;
  const areHidden = useAreHidden(FIELDS);
  if (areHidden) return null;
  const tensors = t('panels.engine.readout.tensors');
  const none = t('panels.engine.readout.none');
  const rows: [name: string, value: string, detail?: string | undefined][] = [
    [
      t('panels.engine.readout.backend'),
      readout ? t(`settings.backend.options.${readout.backend}`) : t('panels.engine.starting'),
      readout?.device,
    ],
    [
      t('panels.engine.readout.trainStep'),
      readout ? t(`panels.engine.readout.${readout.trainStep}`) : none,
      readout?.workers === undefined
        ? undefined
        : t('panels.engine.readout.workers', { count: readout.workers }),
    ],
    [t('panels.engine.readout.speed'), speed === undefined ? none : formatCount(speed, language)],
    [tensors, readout ? formatCount(readout.tensors, language) : none],
    [
      t('panels.engine.readout.memory'),
      readout
        ? t('panels.engine.readout.megabytes', { value: formatNumber(readout.bytes / 1e6, language, 1) })
        : none,
    ],
  ];
  return (
    <FoldCard
      title={t('panels.engine.title')}
      summary={readout ? `${rows[0]?.[1]} · ${rows[1]?.[1]}` : t('panels.engine.starting')}
      isOpenAtFirst
      explain={t('settings.explain')}
    >
      <div className={styles.fields}>
        <ChoiceField name="backend" />
        <TrainStepFields />
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset groups inputs; this groups read-outs */}
      <div role="group" aria-label={t('panels.engine.title')}>
        <dl className={styles.readout}>
          {rows.map(([name, value, detail]) => (
            <div key={name}>
              <dt>{name === tensors ? <Term id="tensor">{name}</Term> : name}</dt>
              <dd>
                {value}
                {detail !== undefined && <small>{detail}</small>}
              </dd>
            </div>
          ))}
        </dl>
        <NextRun />
      </div>
      <WhyNotAnother />
      <MeasuredSpeeds />
      <KernelTimes />
    </FoldCard>
  );
}

/** The read-out is about the network in use: what was chosen since waits for the next one. */
function NextRun() {
  const { t } = useTranslation();
  const settings = useLab((state) => state.settings);
  const built = useLab((state) => state.built);
  // A network without training follows the controls at once.
  const stays = useLab((state) => isTrained(state) || isActive(state.run.phase));
  // One that came with the page was not made by anybody's choices.
  const cameTrained = useLab((state) => state.pretrained !== undefined);
  const waiting = stays && built && !cameTrained ? waitingChoices(built, settings) : [];
  if (waiting.length === 0) return null;
  const choices = waiting.map(
    // Numbers of workers are their own names.
    (name) =>
      `${t(`settings.${name}.label`)} ${t(`settings.${name}.options.${settings[name]}`, settings[name])}`,
  );
  return <p className={styles.nextRun}>{t('panels.engine.nextRun', { choices: choices.join(', ') })}</p>;
}
