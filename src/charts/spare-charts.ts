/** More than there are charts in one language. */
const MOST = 16;

interface Spare {
  readonly plot: HTMLElement;
  readonly free: () => void;
}

/** By name, the one that was put away longest ago first. */
const spares = new Map<string, Spare>();

/**
 * Keeps what a charting library has drawn for the next chart of that name, as when one comes back to its panel: there
 * it need not be set up again, and the library draws other content into it.
 * @param free - ends what the library holds of it, once it is not kept any more
 */
export function keepSpare(name: string, plot: HTMLElement, free: () => void): void {
  // The pointer may be on it: the next drawing would tell what the pointer was told before.
  for (const area of plot.querySelectorAll('.nsewdrag, svg.marks'))
    area.dispatchEvent(new MouseEvent('mouseout'));
  plot.remove();
  letGo(name);
  spares.set(name, { plot, free });
  for (const oldest of [...spares.keys()].slice(0, -MOST)) letGo(oldest);
}

/**
 * Where the next chart of a name draws: hidden where it shows an earlier one, until that is drawn anew.
 */
export function takeSpare(name: string): HTMLElement {
  const plot = spares.get(name)?.plot ?? document.createElement('div');
  spares.delete(name);
  plot.style.visibility = 'hidden';
  return plot;
}

function letGo(name: string): void {
  const spare = spares.get(name);
  spares.delete(name);
  spare?.free();
}
