import type { DataProgress } from './dataset.ts';
import type { MnistFile } from './mnist-sources.ts';

/**
 * Adds up what is received of several files that are fetched side by side.
 * @returns to be called with each file's own numbers; a file that starts again from another source counts anew
 */
export function transferProgress(files: readonly MnistFile[], onProgress: (progress: DataProgress) => void) {
  const parts = new Map(files.map((file) => [file.name, { received: 0, total: file.packedBytes }]));
  const sum = (part: 'received' | 'total') =>
    [...parts.values()].reduce((total, numbers) => total + numbers[part], 0);
  return (file: MnistFile, source: string, received: number, total: number | undefined) => {
    // Where a server compresses on the way the guess can be too low: a progress never passes its total.
    parts.set(file.name, { received, total: Math.max(received, total ?? file.packedBytes) });
    onProgress({ source, received: sum('received'), total: sum('total') });
  };
}
