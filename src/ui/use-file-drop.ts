import { useEffect, useState } from 'react';
import { droppedFiles } from './dropped-files';
import type { PickedFile } from './picked-file';

const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;

/**
 * Takes files and folders that are dropped anywhere on the page; left to itself, the browser would open them in its place.
 * @param onDrop - gets all files but those that something on the page has taken (and prevented the default of); keep it (useCallback) while nothing changed
 * @returns true while files are held over the page
 */
export function useFileDrop(onDrop: (files: readonly PickedFile[]) => void): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const stop = new AbortController();
    const listen = (type: 'dragover' | 'dragleave' | 'drop', react: (event: DragEvent) => void) =>
      window.addEventListener(type, react, { signal: stop.signal });
    listen('dragover', (event) => {
      if (!hasFiles(event)) return;
      // What lies under the files may want them for itself.
      setOver(!event.defaultPrevented);
      event.preventDefault();
    });
    listen('dragleave', (event) => {
      // Only when it leaves the window: moving between elements is a leave too.
      if (event.relatedTarget === null) setOver(false);
    });
    listen('drop', (event) => {
      if (!hasFiles(event)) return;
      setOver(false);
      if (event.defaultPrevented || !event.dataTransfer) return;
      event.preventDefault();
      // A folder that can't be read gives nothing, as one that is empty.
      void droppedFiles(event.dataTransfer)
        .catch(() => [])
        .then((files) => {
          if (files.length > 0 && !stop.signal.aborted) onDrop(files);
        });
    });
    return () => stop.abort();
  }, [onDrop]);
  return over;
}
