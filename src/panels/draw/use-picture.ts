import { type DragEvent, useCallback, useEffect, useState } from 'react';
import type { PictureProblem } from '../shared/read-picture';
import { useActions, useLab } from '../shared/use-lab';

export interface Picture {
  /** Of the last picture. */
  readonly problem: PictureProblem | undefined;
  readonly isReading: boolean;
  /** A file is held over the pad. */
  readonly isOver: boolean;
  readonly take: (file: Blob) => void;
  readonly dropHandlers: Readonly<
    Record<'onDragOver' | 'onDragLeave' | 'onDrop', (event: DragEvent) => void>
  >;
}

/** What files of data sets are called; they have no type of their own. */
const DATA_FILE = /\.(npz|npy|csv|tsv|zip|tar|tgz|gz|mat|h5|pkl|parquet)$|ubyte$/i;

const holdsFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');

/** Pictures of digits, pasted anywhere on the page, dropped on the pad or chosen, end up on the pad as ink. */
export function usePicture(): Picture {
  const { showScannedInk } = useActions();
  const [problem, setProblem] = useState<PictureProblem>();
  const [isReading, setReading] = useState(false);
  const [isOver, setOver] = useState(false);

  const drawing = useLab((state) => state.drawing);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever else changes the drawing takes the reproach away
  useEffect(() => setProblem(undefined), [drawing]);

  const take = useCallback(
    (file: Blob) => {
      setProblem(undefined);
      setReading(true);
      // Looking for ink is needed by few, so its code comes when it is.
      import('../shared/read-picture')
        .then(({ readPicture }) => readPicture(file))
        .then((found) => {
          if (typeof found === 'string') setProblem(found);
          else showScannedInk(found);
        })
        .catch(() => setProblem('not-a-picture'))
        .finally(() => setReading(false));
    },
    [showScannedInk],
  );

  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const [file] = event.clipboardData?.files ?? [];
      if (!file || isForText(event.target)) return;
      event.preventDefault();
      take(file);
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, [take]);

  return {
    problem,
    isReading,
    isOver,
    take,
    dropHandlers: {
      onDragOver(event) {
        if (!holdsFiles(event)) return;
        // Says to the page, which takes files of data anywhere else, that these are meant for the pad.
        event.preventDefault();
        setOver(true);
      },
      onDragLeave: () => setOver(false),
      onDrop(event) {
        setOver(false);
        const [file] = event.dataTransfer.files;
        // Arrays, archives and idx files are data, which the page takes wherever they are dropped.
        if (!file || DATA_FILE.test(file.name)) return;
        event.preventDefault();
        take(file);
      },
    },
  };
}

const isForText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, [contenteditable]') !== null;
