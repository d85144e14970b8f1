import { percent } from './as-text';
import type { SpeedFigures } from './figures';
import { RECIPES } from './networks';
import { textTable } from './text-table';

/** What share of the speed of `wide` each recipe costs, by trainer; nothing where one of the two has no figure. */
export function costsTable(networks: SpeedFigures['networks']): string {
  const trainers = ['wasm-1', 'wasm-2'];
  const rows = Object.keys(RECIPES).map((recipe) => [
    recipe,
    ...trainers.map((trainer) => {
      const [own, plain] = [networks[recipe]?.[trainer], networks.wide?.[trainer]];
      return own === undefined || plain === undefined ? '' : percent(1 - own / plain);
    }),
  ]);
  return textTable(['recipe', ...trainers.map((trainer) => `${trainer}, cost`)], rows);
}
