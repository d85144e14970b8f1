import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isEmpty } from '../../ink/drawing';
import { Card } from '../../ui/Card';
import { HintPlace } from '../../ui/hint-place';
import { useOutputWording } from '../shared/use-class-names';
import { useLab } from '../shared/use-lab';
import { DrawButtons } from './DrawButtons';
import { DrawHelp } from './DrawHelp';
import styles from './DrawPanel.module.css';
import { OtherWays } from './OtherWays';
import { Pad } from './Pad';
import { DEFAULT_WIDTH, PenTools, withWidth } from './PenTools';
import { Reading } from './Reading';
import { usePicture } from './use-picture';
import { useShortcuts } from './use-shortcuts';

/** The pad, and what the network reads on it. */
export function DrawPanel() {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.draw' });
  const wording = useOutputWording();
  const isBlank = useLab((state) => isEmpty(state.drawing));
  const isLive = useLab((state) => state.isLive);
  const panel = useRef<HTMLDivElement>(null);
  const pad = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(DEFAULT_WIDTH);
  const [wantsEraser, setErases] = useState(false);
  // There is nothing to erase on a blank pad: what is drawn first is ink.
  const erases = wantsEraser && !isBlank;
  const toggleEraser = useCallback(() => setErases((before) => !before), []);
  const widen = useCallback((steps: 1 | -1) => setWidth((before) => withWidth(before, steps)), []);
  const picture = usePicture();
  useShortcuts({ panel, pad, toggleEraser, widen });
  return (
    <Card title={t('title', wording)} note={t(isLive ? 'note' : 'noteOff')}>
      <div ref={panel} className={styles.panel}>
        <Pad
          padRef={pad}
          tool={{ width, erases }}
          dropHandlers={picture.dropHandlers}
          isOver={picture.isOver}
        />
        <HintPlace at="canvas" />
        <PenTools width={width} erases={erases} onWidth={setWidth} onErase={toggleEraser} />
        <DrawButtons />
        <Reading />
        <OtherWays picture={picture} />
        <div id="draw-help">
          <DrawHelp />
        </div>
      </div>
    </Card>
  );
}
