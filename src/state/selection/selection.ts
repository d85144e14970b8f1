import type { ImageRef, Part } from '../../protocol/data/images';

/** A cell of the confusion matrix; left open on one side, a row or a column of it. */
export interface Cell {
  /** A class, from 0. */
  readonly truth: number | undefined;
  /** A class, from 0. */
  readonly predicted: number | undefined;
}

/** What every panel follows. Each part of it may be left open. */
export interface Selection {
  /** Images that matrix, report and gallery are about; left open: test images once they were read, else validation. */
  readonly part: Part | undefined;
  readonly cell: Cell | undefined;
  /** Looked at instead of the drawing. */
  readonly image: ImageRef | undefined;
  /** A class, from 0. */
  readonly digit: number | undefined;
  /** By its number (see LayerWeights). */
  readonly layer: number | undefined;
  /** A filter of the layer, or a unit; from 0. */
  readonly filter: number | undefined;
}

export const NO_SELECTION: Selection = {
  part: undefined,
  cell: undefined,
  image: undefined,
  digit: undefined,
  layer: undefined,
  filter: undefined,
};

/** A filter belongs to its layer: another layer lets go of it. */
export function withSelected(selection: Selection, patch: Partial<Selection>): Selection {
  const otherLayer = 'layer' in patch && patch.layer !== selection.layer && !('filter' in patch);
  return { ...selection, ...(otherLayer ? { filter: undefined } : {}), ...patch };
}

/** Without the classes that there are not: an address, and data of before, may name others. */
export function withinClasses(selection: Selection, classes: number): Selection {
  const isBeyond = (one: number | undefined) => one !== undefined && one >= classes;
  const { digit, cell } = selection;
  const isCellBeyond = isBeyond(cell?.truth) || isBeyond(cell?.predicted);
  if (!isBeyond(digit) && !isCellBeyond) return selection;
  return {
    ...selection,
    digit: isBeyond(digit) ? undefined : digit,
    cell: isCellBeyond ? undefined : cell,
  };
}
