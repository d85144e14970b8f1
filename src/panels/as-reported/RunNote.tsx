import { useTranslation } from 'react-i18next';
import { formatTime } from '../../ui/format';
import styles from './AsReported.module.css';
import type { EarlierRun, RunBeside, TestedRun } from './run-beside';

/** What there is to know about the run beside the figures, or what to do to have one. */
export function RunNote({ beside }: { readonly beside: RunBeside }) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.as-reported' });
  const { t: tLab } = useTranslation();
  switch (beside.status) {
    case 'none':
    case 'under-way':
    case 'untested':
      return <p className={styles.note}>{t(`beside.${beside.status}`)}</p>;
    case 'other-network': {
      const network = tLab(`settings.preset.options.${beside.preset}`);
      return <p className={styles.note}>{t('beside.other-network', { network })}</p>;
    }
    case 'tested':
      return (
        <>
          {beside.earlier && <RunInSight earlier={beside.earlier} />}
          <WhyApart run={beside} />
        </>
      );
    default:
      return beside satisfies never;
  }
}

/** Which run the figures are of, and why they are not of the one in sight. */
export function RunInSight({ earlier: { number, startedAt, inSight } }: { readonly earlier: EarlierRun }) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.as-reported.earlier' });
  const { t: tLab } = useTranslation();
  const network = inSight.status === 'other-network' ? tLab(`settings.preset.options.${inSight.preset}`) : '';
  const when = formatTime(startedAt, i18n.language);
  return <p className={styles.note}>{t(inSight.status, { number, when, network })}</p>;
}

/** Reasons why a run may come out other than reported. */
function WhyApart({ run: { isMnist, changed, test, settings } }: { readonly run: TestedRun }) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.as-reported' });
  const { t: tLab } = useTranslation();
  const names = changed.map((name) =>
    name === 'network' ? tLab('settings.preset.label') : tLab(`settings.${name}.label`),
  );
  return (
    <details className={styles.why} open={!isMnist || changed.length > 0}>
      <summary>{t('why.title')}</summary>
      <ul>
        {!isMnist && (
          <li>
            {t('why.otherData', {
              data: tLab(`settings.dataset.options.${settings.dataset}`),
              images: test.images,
            })}
          </li>
        )}
        {changed.length > 0 && <li>{t('why.changed', { names: names.join(', ') })}</li>}
        <li>{t('why.batch', { batch: settings.batchSize })}</li>
        {!changed.includes('init') && <li>{t('why.init')}</li>}
        {isMnist && <li>{t('why.validation')}</li>}
      </ul>
    </details>
  );
}
