import { expect, it } from 'vitest';
import { costsTable } from '../../../bench/speed/costs';
import { RECIPES } from '../../../bench/speed/networks';

it('says what share of the speed a recipe costs, and nothing where there is no figure', () => {
  const lines = costsTable({
    wide: { 'wasm-1': 1000, 'wasm-2': 2000 },
    adamw: { 'wasm-1': 900, 'wasm-2': 2100 },
    ema: { 'wasm-1': 990 },
    normalised: { 'wasm-1': 890, 'wasm-2': 1800 },
  }).split('\n');
  expect(lines.slice(2).map((line) => line.split(/ {2,}/))).toEqual([
    ['adamw', '10.0 %', '-5.0 %'],
    ['ema', '1.0 %'],
    ['clip'],
    ['normalised', '11.0 %', '10.0 %'],
  ]);
  expect(lines).toHaveLength(3 + Object.keys(RECIPES).length);
});
