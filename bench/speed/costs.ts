import { percent } from './as-text';
import type { SpeedFigures } from './figures';
import { type OTHER_NETWORKS, RECIPES } from './networks';
import { textTable } from './text-table';

/** Networks as `wide` but for one thing: what that costs. */
const COMPARED = [...Object.keys(RECIPES), 'normalised' satisfies keyof typeof OTHER_NETWORKS];

/** What share of the speed of `wide` each recipe costs, and normalisations, by trainer; nothing where one of the two has no figure. */
export function costsTable(networks: SpeedFigures['networks']): string {
  const trainers = ['wasm-1', 'wasm-2'];
  const rows = COMPARED.map((recipe) => [
    recipe,
    ...trainers.map((trainer) => {
      const [own, plain] = [networks[recipe]?.[trainer], networks.wide?.[trainer]];
      return own === undefined || plain === undefined ? '' : percent(1 - own / plain);
    }),
  ]);
  return textTable(['recipe', ...trainers.map((trainer) => `${trainer}, cost`)], rows);
}
