import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { INPUT_SIDE } from '../../model/network';
import type { ImageRef } from '../../protocol/data/images';
import type { Inquiries } from '../../protocol/engine-api';
import type { Subject } from '../../state/inspection/subject';
import { Button } from '../../ui/Button';
import { Explanation } from '../../ui/Explanation';
import { NumberBox } from '../../ui/NumberBox';
import { PixelCanvas } from '../../ui/PixelCanvas';
import { greyPixels } from '../../ui/pixels';
import { Section } from '../../ui/Section';
import { SelectField } from '../../ui/SelectField';
import { AsText } from '../shared/image-as-text';
import { SubjectSteps } from '../shared/subject-steps';
import { useClassNames, useClassPhrase } from '../shared/use-class-names';
import { useInquiry } from '../shared/use-inquiry';
import { useActions, useLab } from '../shared/use-lab';
import { ImageAnswer } from './ImageAnswer';
import { nextImage, type Order } from './next-image';
import styles from './TestImage.module.css';

/** One test image, chosen by index, at random, by class or elsewhere on the page, and what is read in it. */
export function TestImage() {
  const { t: tAll } = useTranslation();
  const { t } = useTranslation('translation', { keyPrefix: 'panels.test-image' });
  const subject = useLab((state) => state.subject);
  const selected = useLab((state) => state.selection.image);
  const [last, setLast] = useState(selected);
  if (selected && selected !== last) setLast(selected);
  const shown = subject?.from === 'selected' && subject.ref === selected ? subject : undefined;
  return (
    <Section title={t('title')} note={shown && t(shown.ref?.set === 'train' ? 'fromTraining' : 'fromTest')}>
      <Explanation question={tAll('explain')}>{t('explanation')}</Explanation>
      <Chooser />
      {shown && <Shown subject={shown} />}
      {!selected && <Unselected last={last} />}
      {selected && !shown && <Missing />}
    </Section>
  );
}

/** No image is selected: how to choose one, or, while the drawing is looked at, the way back to the last one. */
function Unselected({ last }: { readonly last: ImageRef | undefined }) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.test-image' });
  const { select } = useActions();
  const isDrawing = useLab((state) => state.subject?.from === 'drawing');
  if (!last || !isDrawing) return <p className={styles.empty}>{t('empty')}</p>;
  return (
    <p className={styles.empty}>
      {t('drawing')}{' '}
      <Button onPress={() => select({ image: last })}>{t('back', { index: last.position })}</Button>
    </p>
  );
}

/** An image is selected, but not there: not yet, or not at all. */
function Missing() {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.test-image' });
  const isReady = useLab((state) => state.dataset.status === 'ready');
  return <p className={styles.empty}>{t(isReady ? 'missing' : 'loading')}</p>;
}

function Chooser() {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.test-image' });
  const { select } = useActions();
  const data = useLab((state) => state.dataVersion);
  // A new function each time that there are other data: a new question.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the data are the reason
  const question = useCallback((inquiries: Inquiries) => inquiries.labels('test'), [data]);
  const { answer: labels } = useInquiry(question, 'nothing');
  const selected = useLab((state) => state.selection.image);
  const now = selected?.set === 'test' ? selected.position : undefined;
  const [digit, setDigit] = useState<number>();

  const go = (order: Order) => {
    const image = labels && nextImage(labels, digit, order, now, Math.random);
    if (image) select({ image });
  };
  const names = useClassNames();
  return (
    <div className={styles.chooser}>
      <div className={styles.index}>
        <span aria-hidden="true">{t('index')}</span>
        <NumberBox
          label={t('index')}
          value={now ?? Number.NaN}
          min={0}
          max={Math.max(0, (labels?.length ?? 1) - 1)}
          wide
          onChange={(position) => select({ image: { set: 'test', position } })}
        />
      </div>
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
    </div>
  );
}

function Shown({ subject }: { readonly subject: Subject }) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.test-image' });
  const { image, label = 0, look, ref } = subject;
  const pixels = useMemo(() => greyPixels({ width: INPUT_SIDE, height: INPUT_SIDE, values: image }), [image]);
  const name = t('picture', { index: ref?.position, label: useClassPhrase()(label) });
  return (
    <>
      <div className={styles.shown}>
        <div className={styles.picture}>
          <PixelCanvas pixels={pixels} className={styles.digit} name={name} />
          <AsText image={image} name={name} />
        </div>
        <ImageAnswer label={label} look={look} />
      </div>
      <SubjectSteps />
    </>
  );
}
