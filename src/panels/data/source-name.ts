import type { TFunction } from 'i18next';

/** A source in words: those of the page itself are translated, a mirror's or a folder's name stands as it is. */
export function sourceName(source: string, t: TFunction): string {
  switch (source) {
    case 'this page':
    case 'this browser':
    case 'your files':
    case 'the lab':
      return t(`data.sources.${source}`);
    default:
      return source;
  }
}
