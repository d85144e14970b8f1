import { CLASS_LIMITS, LAYER_LIMITS } from '../../model/network';
import type { ImageRef, ImageSet, Part } from '../../protocol/data/images';
import type { PanelId } from './panel-id';
import { type Cell, NO_SELECTION, type Selection } from './selection';

/** What the page shows besides its settings: the selection, and the results that are open. */
export interface View {
  readonly selection: Selection;
  readonly panel: PanelId;
}

/** The results that stand together on the first tab. */
export const OVERVIEW = 'overview' satisfies PanelId;

/** The keys in the address. */
const KEYS = ['panel', 'part', 'cell', 'image', 'class', 'layer', 'filter'] as const;
/** Panels that have become part of another: old addresses lead there. */
const MOVED: Readonly<Record<string, PanelId>> = { experiments: 'runs' };
const PARTS: readonly Part[] = ['train', 'validation', 'test'];
/** More images than a file can have (see data/idx.ts). */
const MOST_IMAGES = 2 ** 31;

/**
 * The view from the query part of an address, for instance `panel=misclassified&cell=4-9&image=test-115`. What does not
 * read as a view is left open: a link to something that is not there shows the page without it.
 * @param panels - identifiers of the results panels
 */
export function viewFromAddress(query: string, panels: readonly PanelId[]): View {
  const params = new URLSearchParams(query);
  const named = params.get('panel') ?? '';
  const panel = Object.hasOwn(MOVED, named) ? MOVED[named] : named;
  const part = params.get('part');
  const layer = whole(params.get('layer'), LAYER_LIMITS.layers[1] - 1);
  return {
    panel: panels.find((known) => known === panel) ?? OVERVIEW,
    selection: {
      ...NO_SELECTION,
      part: PARTS.find((known) => known === part),
      cell: cellFrom(params.get('cell')),
      image: imageFrom(params.get('image')),
      digit: classFrom(params.get('class')),
      layer,
      filter: layer === undefined ? undefined : whole(params.get('filter'), LAYER_LIMITS.units[1] - 1),
    },
  };
}

/** The query part that viewFromAddress reads back; empty for the overview with nothing selected. */
export function addressFromView({ panel, selection }: View): string {
  const { part, cell, image, digit, layer, filter } = selection;
  const params = new URLSearchParams();
  const put = (key: (typeof KEYS)[number], value: string | number | undefined) => {
    if (value !== undefined) params.set(key, String(value));
  };
  put('panel', panel === OVERVIEW ? undefined : panel);
  put('part', part);
  put('cell', cell && `${cell.truth ?? ''}-${cell.predicted ?? ''}`);
  put('image', image && `${image.set}-${image.position}`);
  put('class', digit);
  put('layer', layer);
  put('filter', filter);
  return params.toString();
}

/** A query without what it says about the view. */
export function withoutView(query: string): string {
  const params = new URLSearchParams(query);
  for (const key of KEYS) params.delete(key);
  return params.toString();
}

function whole(given: string | null, most: number): number | undefined {
  if (given === null || !/^\d{1,10}$/.test(given)) return undefined;
  const value = Number(given);
  return value <= most ? value : undefined;
}

/** Which classes the data have is not known yet. */
const classFrom = (given: string | null) => whole(given, CLASS_LIMITS[1] - 1);

function cellFrom(given: string | null): Cell | undefined {
  const [, ...sides] = /^(\d{0,2})-(\d{0,2})$/.exec(given ?? '') ?? [];
  const [truth, predicted] = sides.map((side) => classFrom(side));
  const isRead = sides.every((side) => side === '' || classFrom(side) !== undefined);
  if (!isRead || (truth === undefined && predicted === undefined)) return undefined;
  return { truth, predicted };
}

function imageFrom(given: string | null): ImageRef | undefined {
  const match = /^(train|test)-(\d+)$/.exec(given ?? '');
  const position = whole(match?.[2] ?? null, MOST_IMAGES - 1);
  return position === undefined ? undefined : { set: match?.[1] as ImageSet, position };
}
