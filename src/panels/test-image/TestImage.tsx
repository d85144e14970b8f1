import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { INPUT_SIDE } from '../../model/network';
import type { ImageRef } from '../../protocol/data/images';
import type { Inquiries } from '../../protocol/engine-api';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { Explanation } from '../../ui/Explanation';
import { Note } from '../../ui/Note';
import { NumberBox } from '../../ui/NumberBox';
import { PixelCanvas } from '../../ui/PixelCanvas';
import { greyPixels } from '../../ui/pixels';
import { Section } from '../../ui/Section';
import { SelectField } from '../../ui/SelectField';
import { Toolbar } from '../../ui/Toolbar';
import { AsText } from '../shared/image-as-text';
import { PanelTerms } from '../shared/panel-terms';
import { SubjectSteps } from '../shared/subject-steps';
import { Term } from '../shared/term';
import { useClassNames, useClassPhrase } from '../shared/use-class-names';
import { useInquiry } from '../shared/use-inquiry';
import { useActions, useLab } from '../shared/use-lab';
import { ImageAnswer } from './ImageAnswer';
import { nextImage, type Order } from './next-image';
import styles from './TestImage.module.css';
import { type ShownImage, useShownImage } from './use-shown-image';

/** One test image, chosen by index, at random, by class or elsewhere on the page, and what is read in it. */
export function TestImage() {
  const { t: tAll } = useTranslation();
  const { t } = useTranslation('translation', { keyPrefix: 'panels.test-image' });
  const shown = useShownImage();
  return (
    <Section
      title={t('title')}
      word={<Term id="test-images">{t('title')}</Term>}
      note={shown && t(shown.byDefault ?? FROM[shown.ref.set])}
    >
      <Explanation question={tAll('explain')}>
        {t('explanation')}
        <PanelTerms panel="test-image" />
      </Explanation>
      <Chooser now={shown?.ref} />
      <BackToImage />
      {shown ? <Shown shown={shown} /> : <Missing />}
    </Section>
  );
}

const FROM = { train: 'fromTraining', test: 'fromTest' } as const;

/** While the drawing is looked at: the way back to the image that was selected before. */
function BackToImage() {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.test-image' });
  const { select } = useActions();
  const selected = useLab((state) => state.selection.image);
  const isDrawing = useLab((state) => state.subject?.from === 'drawing');
  const [last, setLast] = useState(selected);
  if (selected && selected !== last) setLast(selected);
  if (selected || !last || !isDrawing) return null;
  return (
    <Note>
      {t('drawing')}{' '}
      <Button onPress={() => select({ image: last })}>{t('back', { index: last.position })}</Button>
    </Note>
  );
}

/** The image is not there: not yet, or not at all. */
function Missing() {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.test-image' });
  const isReady = useLab((state) => state.dataset.status === 'ready');
  return <EmptyState text={t(isReady ? 'missing' : 'loading')} />;
}

function Chooser({ now: shown }: { readonly now: ImageRef | undefined }) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.test-image' });
  const { select } = useActions();
  const data = useLab((state) => state.dataVersion);
  // A new function each time that there are other data: a new question.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the data are the reason
  const question = useCallback((inquiries: Inquiries) => inquiries.labels('test'), [data]);
  const { answer: labels } = useInquiry(question, 'nothing');
  const now = shown?.set === 'test' ? shown.position : undefined;
  const [digit, setDigit] = useState<number>();

  const go = (order: Order) => {
    const image = labels && nextImage(labels, digit, order, now, Math.random);
    if (image) select({ image });
  };
  const names = useClassNames();
  return (
    <Toolbar align="end">
      <NumberBox
        label={t('index')}
        value={now ?? Number.NaN}
        min={0}
        max={Math.max(0, (labels?.length ?? 1) - 1)}
        isLabelShown
        wide
        onChange={(position) => select({ image: { set: 'test', position } })}
      />
      <SelectField
        label={t('digit')}
        value={digit === undefined ? '' : String(digit)}
        options={[
          { value: '', label: t('any') },
          ...names.map((label, value) => ({ value: String(value), label })),
        ]}
        onChange={(value) => setDigit(value ? Number(value) : undefined)}
      />
      <Button variant="primary" isDisabled={!labels} onPress={() => go('next')}>
        {t('another')}
      </Button>
      <Button isDisabled={!labels} onPress={() => go('random')}>
        {t('random')}
      </Button>
    </Toolbar>
  );
}

function Shown({ shown }: { readonly shown: ShownImage }) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.test-image' });
  const { image, label, ref, byDefault } = shown;
  const pixels = useMemo(() => greyPixels({ width: INPUT_SIDE, height: INPUT_SIDE, values: image }), [image]);
  const name = t('picture', { index: ref.position, label: useClassPhrase()(label) });
  return (
    <>
      <div className={styles.shown}>
        <div className={styles.picture}>
          <PixelCanvas pixels={pixels} className={styles.digit} name={name} />
          <AsText image={image} name={name} />
        </div>
        <ImageAnswer shown={shown} />
      </div>
      <SubjectSteps {...(byDefault && { of: { ref, image } })} />
    </>
  );
}
