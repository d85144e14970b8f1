import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnDigit } from '../../model/own-digit';
import type { ImageReadings } from '../../protocol/fine-tune';
import { Note } from '../../ui/Note';
import { VirtualGrid } from '../../ui/VirtualGrid';
import { useActions } from '../shared/use-lab';
import { ChosenDigit } from './ChosenDigit';
import { GalleryItem } from './GalleryItem';

interface GalleryProps {
  readonly digits: readonly OwnDigit[];
  /** Undefined until the network has read them, and where it is not trained. */
  readonly readings: ImageReadings | undefined;
}

/** The collected digits, the last one first; one can be chosen, to be another, to be removed or to be drawn on. */
export function Gallery({ digits, readings }: GalleryProps) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.own-digits' });
  const { removeOwn, relabelOwn } = useActions();
  const [chosen, setChosen] = useState<string>();
  const id = useId();
  const undo = useRef<HTMLSpanElement>(null);
  const last = digits.length - 1;
  const index = digits.findIndex((digit) => digit.id === chosen);
  const digit = digits[index];

  const remove = (gone: OwnDigit) => {
    const at = digits.indexOf(gone);
    // What takes its place in the list; where nothing does, the keyboard stays at what brings it back.
    const next = digits[at - 1] ?? digits[at + 1];
    if (!next) undo.current?.querySelector('button')?.focus();
    setChosen(next?.id);
    removeOwn([gone.id]);
  };
  const onKey = (event: KeyboardEvent, at: number): boolean => {
    const active = digits[last - at];
    if (!active || event.ctrlKey || event.metaKey || event.altKey) return false;
    if (event.key === 'Delete' || event.key === 'Backspace') {
      remove(active);
      return true;
    }
    if (!/^\d$/.test(event.key)) return false;
    setChosen(active.id);
    relabelOwn(active.id, Number(event.key));
    return true;
  };

  return (
    <>
      {digits.length > 0 && (
        <>
          <VirtualGrid
            label={t('list')}
            describedBy={id}
            count={digits.length}
            minWidth={104}
            rowHeight={128}
            selected={digit ? last - index : undefined}
            onSelect={(at) => setChosen(digits[last - at]?.id)}
            onKey={onKey}
          >
            {(at) => <GalleryItem digit={digits[last - at]} at={last - at} readings={readings} />}
          </VirtualGrid>
          <Note id={id}>{t('keys')}</Note>
        </>
      )}
      <ChosenDigit digit={digit} undo={undo} onRemove={remove} onChoose={setChosen} />
    </>
  );
}
