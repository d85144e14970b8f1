import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ClassOrder, inUsualOrder, isClassOrder, usualOrder } from '../../export/class-order';
import type { Opened } from '../../export/open-files';
import { areDigits, properNames } from '../../model/class-names';
import { CLASSES, classesOf } from '../../model/network';
import { formatNetwork } from '../../model/notation';
import { plainText } from '../../model/plain-text';
import { planOf } from '../../model/shapes';
import { isActive } from '../../state/run/run-state';
import { Button } from '../../ui/Button';
import { ClippedText } from '../../ui/ClippedText';
import { formatCount } from '../../ui/format';
import { Note } from '../../ui/Note';
import { Toolbar } from '../../ui/Toolbar';
import { useActions, useLab } from '../shared/use-lab';
import { formatDifference } from './format-difference';
import styles from './TakeAway.module.css';
import { useReadRight } from './use-read-right';
import { useReread } from './use-reread';

interface NetworkPreviewProps {
  /** Of the file. */
  readonly name: string;
  readonly opened: Extract<Opened, { kind: 'network' }>;
  readonly onClose: () => void;
}

/** Characters of a name in the library. */
const LONGEST_NAME = 80;

/** What a file has brought, and what its outputs stand for, before it takes the place of the network in use. */
export function NetworkPreview({ name, opened, onClose }: NetworkPreviewProps) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.take-away.preview' });
  const { t: tAll } = useTranslation();
  const { openTrained } = useActions();
  const active = useLab((state) => isActive(state.run.phase));
  const { network, format, isOwn } = opened;
  const classes = classesOf(network.settings.network);
  const classNames = useMemo(() => namesOf(opened), [opened]);
  const isOfDigits = classNames ? areDigits(classNames) : classes === CLASSES;
  const [text, setText] = useState(usualOrder(classes).join(' '));
  const order = useMemo(() => orderIn(text, classes), [text, classes]);
  const reordered = useMemo(() => order && inUsualOrder(network, order), [network, order]);
  const right = useReadRight(reordered, classNames);
  const reread = useReread(opened);
  const { settings } = network;
  const { parameters } = planOf(settings.network);
  return (
    <section className={styles.preview} aria-label={t('title')}>
      <h3>{plainText(name)}</h3>
      <dl>
        <dt>{t('format')}</dt>
        <dd>{tAll(`panels.take-away.formats.${format}.name`)}</dd>
        <dt>{t('layers')}</dt>
        <dd>
          <ClippedText>{formatNetwork(settings.network)}</ClippedText>
        </dd>
        <dt>{t('activation')}</dt>
        <dd>{tAll(`settings.activation.options.${settings.activation}`)}</dd>
        <dt>{t('parameters')}</dt>
        <dd>{formatCount(parameters, i18n.language)}</dd>
        <dt>{t('classes')}</dt>
        <dd>{classNames ? classNames.join(', ') : t('classesUnknown')}</dd>
      </dl>
      <label className={styles.order}>
        <span>{t('order', isOfDigits ? {} : { context: 'named' })}</span>
        <input
          value={text}
          aria-invalid={!order}
          aria-describedby="take-away-order"
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <Note id="take-away-order">{order ? t('orderHint') : t('orderWrong', { last: classes - 1 })}</Note>
      {reread && <RereadNote {...reread} />}
      {right && <Note role="status">{t('right', { ...right })}</Note>}
      <Note>{t(isOwn ? 'own' : 'foreign')}</Note>
      <Toolbar>
        <Button
          variant="primary"
          isDisabled={!reordered || active}
          aria-describedby={active ? 'take-away-active' : undefined}
          onPress={(press) => {
            // The button goes with the preview; the focus stays in the panel.
            press.currentTarget.closest('main')?.focus({ preventScroll: true });
            if (reordered) openTrained(reordered, plainText(name).slice(0, LONGEST_NAME), classNames);
            onClose();
          }}
        >
          {t('use')}
        </Button>
        <Button
          onPress={(press) => {
            press.currentTarget.closest('main')?.focus({ preventScroll: true });
            onClose();
          }}
        >
          {t('cancel')}
        </Button>
      </Toolbar>
      {active && <Note id="take-away-active">{t('active')}</Note>}
    </section>
  );
}

/** Rounding of single precision is less, but for networks of very large logits. */
const MOST_DIFFERENCE = 1e-3;

/** What ONNX Runtime makes of the file, beside what the lab does. */
function RereadNote({ count, difference }: { readonly count: number; readonly difference: number }) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.take-away.preview' });
  const isSame = difference <= MOST_DIFFERENCE;
  return (
    <Note role={isSame ? 'status' : 'alert'}>
      {t(isSame ? 'reread' : 'rereadDiffers', {
        count,
        difference: formatDifference(difference, i18n.language),
      })}
    </Note>
  );
}

/** Of the outputs in their usual order, where the file has one for each. */
function namesOf({ network, classNames }: NetworkPreviewProps['opened']): readonly string[] | undefined {
  const classes = classesOf(network.settings.network);
  return classNames?.length === classes ? properNames(classNames, classes) : undefined;
}

/** Each class's number, whatever stands between them; undefined where one is missing. */
function orderIn(text: string, classes: number): ClassOrder | undefined {
  const order = [...text.matchAll(/\d+/g)].map(([digits]) => Number(digits));
  return isClassOrder(order, classes) ? order : undefined;
}
