import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { imageText } from '../../ink/image-text';
import { Button } from '../../ui/Button';
import { copyText } from '../../ui/copy-text';
import styles from './image-as-text.module.css';

interface AsTextProps {
  /** [784], 0 to 1 */
  readonly image: Float32Array;
  /** What the image is, such as 'Image 17, a 7'. */
  readonly name: string;
}

/** An image in characters, on request: to be read, selected and copied. */
export function AsText({ image, name }: AsTextProps) {
  const { t } = useTranslation('translation', { keyPrefix: 'asText' });
  const [isShown, setShown] = useState(false);
  return (
    <div className={styles.part}>
      <Button isPressed={isShown} onPress={() => setShown(!isShown)}>
        {t('show')}
      </Button>
      {isShown && <Block image={image} name={name} />}
    </div>
  );
}

function Block({ image, name }: AsTextProps) {
  const { t } = useTranslation('translation', { keyPrefix: 'asText' });
  const text = useMemo(() => imageText(image), [image]);
  const [copied, setCopied] = useState<{ text: string; worked: boolean }>();
  const copy = async () => {
    const worked = await copyText(text);
    setCopied({ text, worked });
  };
  return (
    <figure className={styles.figure} aria-label={t('block', { name })}>
      <pre translate="no" className={styles.characters}>
        {text}
      </pre>
      <figcaption>{t('levels')}</figcaption>
      <p className={styles.copy}>
        <Button onPress={() => void copy()}>{t('copy')}</Button>
        <span role="status">{copied?.text === text && t(copied.worked ? 'copied' : 'notCopied')}</span>
      </p>
    </figure>
  );
}
