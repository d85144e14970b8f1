import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { INPUT_SIDE } from '../../model/network';
import type { Readings } from '../../protocol/data/images';
import { shownReadings, whyUnread } from '../../state/inspection/inspection-selectors';
import type { Cell } from '../../state/selection/selection';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { Explanation } from '../../ui/Explanation';
import { formatCount } from '../../ui/format';
import { isWord } from '../../ui/is-word';
import { Section } from '../../ui/Section';
import { SelectField } from '../../ui/SelectField';
import { Toolbar } from '../../ui/Toolbar';
import { VirtualGrid } from '../../ui/VirtualGrid';
import { errorsIn } from '../shared/errors-in';
import { PanelTerms } from '../shared/panel-terms';
import { PartField } from '../shared/part-field';
import { StartTraining } from '../shared/start-training';
import { SubjectSteps } from '../shared/subject-steps';
import { useClassNames, useClassWording } from '../shared/use-class-names';
import { useActions, useLab } from '../shared/use-lab';
import { usePictures } from '../shared/use-pictures';
import { GalleryItem } from './GalleryItem';
import styles from './Misclassified.module.css';

const ITEM = { minWidth: 92, rowHeight: 128 } as const;
/** Where classes have names, these stand below each other. */
const NAMED_ITEM = { minWidth: 92, rowHeight: 146 } as const;

/** CSS pixels. */
const PICTURE = 64;

/** The images that are read wrong, the most confident error first; or those of a cell of the matrix. */
export function Misclassified() {
  const { t: tAll, i18n } = useTranslation();
  const { t } = useTranslation('translation', { keyPrefix: 'panels.misclassified' });
  const readings = useLab(shownReadings);
  const cell = useLab((state) => state.selection.cell);
  const why = useLab(whyUnread);
  const wording = useClassWording();
  const errors = useMemo(() => readings && errorsIn(readings, cell), [readings, cell]);
  const count = (value: number) => formatCount(value, i18n.language);
  const note =
    readings &&
    errors &&
    t('note', { count: errors.length, shown: count(errors.length), images: count(readings.truth.length) });
  return (
    <Section title={t('title', wording)} note={note}>
      <Explanation question={tAll('explain')}>
        {t('explanation')}
        <PanelTerms panel="misclassified" />
      </Explanation>
      <div className={styles.choices}>
        <div className={styles.part}>
          <PartField />
        </div>
        <Filter cell={cell} />
      </div>
      {!readings && (
        <EmptyState text={why === 'unread' ? tAll('parts.nothing') : t(`empty.${why}`)}>
          {why === 'untrained' && <StartTraining />}
        </EmptyState>
      )}
      {readings && errors?.length === 0 && <EmptyState text={t('none')} />}
      {readings && errors && errors.length > 0 && <Gallery readings={readings} errors={errors} />}
    </Section>
  );
}

interface GalleryProps {
  readonly readings: Readings;
  readonly errors: Uint32Array;
}

function Gallery({ readings, errors }: GalleryProps) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.misclassified' });
  const { select } = useActions();
  const selected = useLab((state) => state.selection.image);
  const names = useClassNames();
  const wording = useClassWording();
  const set = readings.part === 'test' ? 'test' : 'train';
  const at = useMemo(() => {
    if (selected?.set !== set) return undefined;
    const index = readings.positions.indexOf(selected.position);
    const found = index < 0 ? -1 : errors.indexOf(index);
    return found < 0 ? undefined : found;
  }, [selected, set, readings, errors]);
  const positionAt = useCallback(
    (index: number) => readings.positions[errors[index] as number] as number,
    [readings, errors],
  );
  const pictures = usePictures(set, positionAt);
  const readAs = t('readAs');
  const item = useCallback(
    (index: number) => (
      <GalleryItem
        readings={readings}
        index={errors[index] as number}
        readAs={readAs}
        language={i18n.language}
        names={names}
      />
    ),
    [readings, errors, readAs, i18n.language, names],
  );
  return (
    <>
      <div className={styles.next}>
        <SubjectSteps isDisabled={at === undefined} />
      </div>
      <VirtualGrid
        {...(names.some(isWord) ? NAMED_ITEM : ITEM)}
        list={`${readings.part} ${errors[0]} ${errors.length}`}
        label={t('title', wording)}
        count={errors.length}
        selected={at}
        onSelect={(index) => select({ image: { set, position: positionAt(index) } })}
        pictures={{ of: pictures, side: INPUT_SIDE, size: PICTURE }}
        itemClass={styles.items}
      >
        {item}
      </VirtualGrid>
    </>
  );
}

/** True and predicted digit to filter by: the selected cell, row or column of the matrix. */
function Filter({ cell }: { readonly cell: Cell | undefined }) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.misclassified' });
  const { select } = useActions();
  const wording = useClassWording();
  const options = [
    { value: '', label: t('any') },
    ...useClassNames().map((label, digit) => ({ value: String(digit), label })),
  ];
  const choose = (side: keyof Cell) => (value: string) => {
    const changed = {
      truth: cell?.truth,
      predicted: cell?.predicted,
      [side]: value ? Number(value) : undefined,
    };
    const isOpen = changed.truth === undefined && changed.predicted === undefined;
    select({ cell: isOpen ? undefined : changed });
  };
  return (
    <Toolbar align="end">
      {(['truth', 'predicted'] as const).map((side) => (
        <SelectField
          key={side}
          label={t(side, wording)}
          value={cell?.[side] === undefined ? '' : String(cell[side])}
          options={options}
          onChange={choose(side)}
        />
      ))}
      <Button isDisabled={!cell} onPress={() => select({ cell: undefined })}>
        {t('all')}
      </Button>
    </Toolbar>
  );
}
