import { type DragEvent, useState } from 'react';
import { droppedFiles } from '../../ui/dropped-files';
import type { PickedFile } from '../../ui/picked-file';

/** Takes files that are dropped on an element for itself; elsewhere on the page they are images. */
export function useOwnDrop(onDrop: (files: readonly PickedFile[]) => void) {
  const [isOver, setOver] = useState(false);
  return {
    isOver,
    onDragOver(event: DragEvent) {
      if (!event.dataTransfer.types.includes('Files')) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave(event: DragEvent) {
      if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
    },
    onDrop(event: DragEvent) {
      event.preventDefault();
      setOver(false);
      void droppedFiles(event.dataTransfer)
        .catch(() => [])
        .then((files) => {
          if (files.length > 0) onDrop(files);
        });
    },
  };
}
