import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Part } from '../../protocol/data/images';
import type { ImageSummary } from '../../protocol/inspect';
import { Button } from '../../ui/Button';
import { NumberBox } from '../../ui/NumberBox';
import { SelectField } from '../../ui/SelectField';
import { Toolbar } from '../../ui/Toolbar';
import { useClassNames } from '../shared/use-class-names';
import { useActions, useLab } from '../shared/use-lab';
import { labelAt, positionsOf, setOf } from './browsed-images';
import { ClassCards } from './ClassCards';
import { ClassView } from './ClassView';
import styles from './DataBrowser.module.css';
import { ImageWall } from './ImageWall';
import { SelectedImage } from './SelectedImage';

interface BrowsedProps {
  readonly summary: ImageSummary;
  /** The image that was asked for lies in another part of the same file. */
  readonly onPart: (part: Part) => void;
}

/** The classes, the one that is chosen, the image that is selected, and the wall of all of them. */
export function Browsed({ summary, onPart }: BrowsedProps) {
  const digit = useLab((state) => state.selection.digit);
  const positions = useMemo(() => positionsOf(summary, digit), [summary, digit]);
  const set = setOf(summary.part);
  const position = positions[0];
  const first = useMemo(() => (position === undefined ? undefined : { set, position }), [set, position]);
  return (
    <>
      <ClassCards summary={summary} />
      <div className={styles.halves}>
        <ClassView summary={summary} digit={digit} />
        <SelectedImage first={first} />
      </div>
      <Chooser summary={summary} onPart={onPart} />
      <ImageWall summary={summary} positions={positions} digit={digit} />
    </>
  );
}

/** By class, and by index: an image of another class or part takes the wall there. */
function Chooser({ summary, onPart }: BrowsedProps) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.data-browser' });
  const { select } = useActions();
  const names = useClassNames();
  const digit = useLab((state) => state.selection.digit);
  const selected = useLab((state) => state.selection.image);
  const images = useLab(({ dataset }) => (dataset.status === 'ready' ? dataset : undefined));
  const set = setOf(summary.part);
  const count = !images ? 0 : set === 'test' ? images.test : images.train + images.validation;

  const goTo = (position: number) => {
    const image = { set, position } as const;
    const label = labelAt(summary, image);
    if (label === undefined) onPart(summary.part === 'train' ? 'validation' : 'train');
    select(label === digit ? { image } : { image, digit: undefined });
  };
  return (
    <Toolbar align="end">
      <SelectField
        label={t('class')}
        value={digit === undefined ? '' : String(digit)}
        options={[
          { value: '', label: t('any') },
          ...names.map((name, value) => ({ value: String(value), label: name })),
        ]}
        onChange={(value) => select({ digit: value ? Number(value) : undefined })}
      />
      <NumberBox
        label={t('index')}
        value={selected?.set === set ? selected.position : Number.NaN}
        min={0}
        max={Math.max(0, count - 1)}
        isLabelShown
        wide
        onChange={goTo}
      />
      <Button isDisabled={digit === undefined} onPress={() => select({ digit: undefined })}>
        {t('all')}
      </Button>
    </Toolbar>
  );
}
