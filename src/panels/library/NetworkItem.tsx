import { useTranslation } from 'react-i18next';
import { accuracyOf } from '../../state/history/run-record';
import { LONGEST_NAME, type SavedNetwork } from '../../state/library/saved-network';
import { isActive } from '../../state/run/run-state';
import { Button } from '../../ui/Button';
import { ClippedText } from '../../ui/ClippedText';
import { formatCount, formatNumber, formatShare } from '../../ui/format';
import { KeptField } from '../../ui/KeptField';
import { useActions, useLab } from '../shared/use-lab';
import styles from './Library.module.css';

const KILOBYTE = 1000;
const LONGEST_NOTE = 500;

/** One network: what it is, a person's words about it, and what can be done with it. */
export function NetworkItem({ network }: { readonly network: SavedNetwork }) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.library' });
  const isInUse = useLab((state) => state.openedNetwork === network.id);
  const active = useLab((state) => isActive(state.run.phase));
  const { loadNetwork, describeNetwork, duplicateNetwork, deleteNetwork } = useActions();
  const name = network.name || network.notation;
  return (
    <li className={styles.item} aria-current={isInUse || undefined}>
      <div className={styles.words}>
        <KeptField
          label={t('nameOf', { name })}
          placeholder={t('unnamed')}
          longest={LONGEST_NAME}
          value={network.name}
          onKeep={(given) => describeNetwork(network, { name: given })}
        />
        <KeptField
          label={t('noteOf', { name })}
          placeholder={t('noNote')}
          longest={LONGEST_NOTE}
          value={network.note}
          onKeep={(note) => describeNetwork(network, { note })}
        />
      </div>
      <Facts network={network} />
      <div className={styles.actions}>
        <Button
          variant={isInUse ? 'plain' : 'primary'}
          isDisabled={isInUse || active}
          aria-label={t('loadNamed', { name })}
          onPress={() => loadNetwork(network.id)}
        >
          {t(isInUse ? 'inUse' : 'load')}
        </Button>
        <Button
          isPressed={network.isPinned}
          aria-label={t('pinNamed', { name })}
          onPress={() => describeNetwork(network, { isPinned: !network.isPinned })}
        >
          {t(network.isPinned ? 'pinned' : 'pin')}
        </Button>
        <Button
          aria-label={t('duplicateNamed', { name })}
          onPress={() => duplicateNetwork(network, t('copyOf', { name }).slice(0, LONGEST_NAME))}
        >
          {t('duplicate')}
        </Button>
        <Button
          aria-label={t('deleteNamed', { name })}
          onPress={(press) => {
            // The button goes with its row; the focus stays in the panel.
            press.currentTarget.closest('section')?.querySelector('button')?.focus();
            deleteNetwork(network);
          }}
        >
          {t('delete')}
        </Button>
      </div>
    </li>
  );
}

function Facts({ network }: { readonly network: SavedNetwork }) {
  const { t: tAll } = useTranslation();
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.library' });
  const { language } = i18n;
  const { accuracy, origin, dataset, savedAt, bytes, parameters, notation } = network;
  const share = (value: number) => formatShare(value, language, 2);
  const read = accuracy && accuracyOf(accuracy);
  return (
    <div className={styles.facts}>
      {accuracy && read && (
        <span>
          <b>{share(read.value)}</b>{' '}
          {t(`of.${accuracy.part}`, { low: share(read.low), high: share(read.high) })}
        </span>
      )}
      <span>{t('parameters', { count: parameters, parameters: formatCount(parameters, language) })}</span>
      <span className={styles.notation}>
        <ClippedText>{notation}</ClippedText>
      </span>
      <span>
        {t(`origin.${origin}`)}, {tAll(`settings.dataset.options.${dataset}`)}
      </span>
      <time dateTime={new Date(savedAt).toISOString()}>{new Date(savedAt).toLocaleString(language)}</time>
      <span>{t('size', { kilobytes: formatNumber(bytes / KILOBYTE, language, 0) })}</span>
    </div>
  );
}
