import { useRef, useState } from 'react';
import styles from './SaveMenu.module.css';
import { PICTURE_FORMATS, type PictureFormat, savePicture } from './save-picture';

export interface SaveTexts {
  /** Of the menu; what it is about follows. */
  readonly label: string;
  readonly png: string;
  readonly svg: string;
  readonly failed: string;
}

interface SaveMenuProps {
  /** Of the chart, and of the file. */
  readonly name: string;
  readonly texts: SaveTexts;
  /** @returns a `data:` address */
  readonly picture: (format: PictureFormat) => string | Promise<string>;
}

/** In the corner of a chart: saves it as it is in sight. */
export function SaveMenu({ name, texts, picture }: SaveMenuProps) {
  const menu = useRef<HTMLDetailsElement>(null);
  const [hasFailed, setFailed] = useState(false);
  const save = async (format: PictureFormat) => {
    try {
      savePicture(name, format, await picture(format));
      setFailed(false);
      if (menu.current) menu.current.open = false;
      menu.current?.querySelector('summary')?.focus();
    } catch {
      setFailed(true);
    }
  };
  return (
    <details
      ref={menu}
      className={styles.menu}
      onKeyDown={({ key, currentTarget }) => {
        if (key !== 'Escape' || !currentTarget.open) return;
        currentTarget.open = false;
        currentTarget.querySelector('summary')?.focus();
      }}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) currentTarget.open = false;
      }}
    >
      <summary aria-label={`${texts.label}: ${name}`} title={texts.label}>
        <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
          <path d="M7 1v8M3.5 6 7 9.5 10.5 6M1.5 12.5h11" />
        </svg>
      </summary>
      <div className={styles.formats}>
        {PICTURE_FORMATS.map((format) => (
          <button key={format} type="button" onClick={() => void save(format)}>
            {texts[format]}
          </button>
        ))}
        {hasFailed && <span role="alert">{texts.failed}</span>}
      </div>
    </details>
  );
}
