import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { kernelOf } from '../../model/kernels';
import type { LayerWeights } from '../../protocol/inspect';
import { Button } from '../../ui/Button';
import { Note } from '../../ui/Note';
import { NumberBox } from '../../ui/NumberBox';
import { Toolbar } from '../../ui/Toolbar';
import { kernelEditAt, withKernel, withoutKernel } from './edit-list';
import styles from './Interventions.module.css';
import { KernelNumber } from './KernelNumber';
import type { EditsInHand } from './use-edits';

interface KernelEditorProps extends Pick<EditsInHand, 'edits' | 'change'> {
  readonly weights: LayerWeights;
  readonly filter: number;
  readonly isMuted: boolean;
}

/** The numbers of one kernel, to be changed. */
export function KernelEditor({ weights, filter, isMuted, edits, change }: KernelEditorProps) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.interventions' });
  const [, width = 1, channels = 1] = weights.shape;
  const [wanted, setChannel] = useState(0);
  const input = Math.min(wanted, channels - 1);
  const place = { layer: weights.layer, filter, input };
  const edit = kernelEditAt(edits, place);
  const values = edit?.values ?? kernelOf(weights, filter, input);
  if (isMuted) return <Note>{t('mutedKernel')}</Note>;
  const changeAll = (of: (value: number) => number) => change(withKernel(edits, place, values.map(of)));
  return (
    <>
      <div className={styles.channel}>
        <b>{t('kernel')}</b>
        {channels > 1 && (
          <>
            <span aria-hidden="true">{t('channel')}</span>
            <NumberBox
              label={t('channel')}
              min={1}
              max={channels}
              value={input + 1}
              onChange={(typed) => setChannel(typed - 1)}
            />
            <span>{t('ofChannels', { channels })}</span>
          </>
        )}
      </div>
      <div className={styles.kernel} style={{ gridTemplateColumns: `repeat(${width}, minmax(0, 62px))` }}>
        {values.map((value, at) => (
          <KernelNumber
            // biome-ignore lint/suspicious/noArrayIndexKey: weights have no identity but their place
            key={at}
            label={t('weight', { row: Math.floor(at / width) + 1, column: (at % width) + 1 })}
            value={value}
            onChange={(typed) => change(withKernel(edits, place, values.with(at, typed)))}
          />
        ))}
      </div>
      <Toolbar>
        <Button onPress={() => changeAll(() => 0)}>{t('zero')}</Button>
        <Button onPress={() => changeAll((value) => -value)}>{t('negate')}</Button>
        <Button isDisabled={!edit} onPress={() => change(withoutKernel(edits, place))}>
          {t('restore')}
        </Button>
      </Toolbar>
    </>
  );
}
