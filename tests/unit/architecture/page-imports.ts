import { partOf } from './import-table';
import { readImports } from './read-imports';
import type { Source } from './sources';

const REGISTRY = 'src/page/panel-registry.ts';

/** Panels that a file of the page knows by name, as 'file: path'; the registry alone may. */
export const panelsOfPage = (sources: readonly Source[]): string[] =>
  sources
    .filter(({ file }) => file.startsWith('src/page/') && file !== REGISTRY)
    .flatMap(({ file, text }) =>
      readImports(file, text).flatMap(({ path }) => {
        const part = path?.startsWith('src/') ? partOf(path.slice('src/'.length)) : '';
        return part.startsWith('panels/') && part !== 'panels/shared' ? [`${file}: ${path}`] : [];
      }),
    );
