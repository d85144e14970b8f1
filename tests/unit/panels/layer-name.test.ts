import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { startLanguages } from '../../../src/locales/i18n';
import { countedLayerName, layerName, shortLayerName } from '../../../src/panels/shared/layer-name';

const conv = { type: 'conv', filters: 24, kernel: 5, stride: 1, padding: 'valid' } as const;
const pool = { type: 'max-pool', size: 2, stride: 2 } as const;

beforeAll(() => startLanguages());

describe('the name of a layer', () => {
  it('says what it is and how large its window is', () => {
    const name = (layer: Parameters<typeof layerName>[0]) => layerName(layer, i18next.t);
    expect(name(conv)).toBe('conv 5×5');
    expect(name(pool)).toBe('max-pool 2×2');
    expect(name({ type: 'dense', units: 10 })).toBe('dense');
    expect(name({ ...conv, type: 'separable-conv' })).toBe('separable 5×5');
    expect(name({ type: 'residual' })).toBe('residual');
  });

  it('leaves the window of a pool out where that is told otherwise', () => {
    expect(shortLayerName(pool, i18next.t)).toBe('max-pool');
    expect(shortLayerName(conv, i18next.t)).toBe('conv 5×5');
  });

  it('counts filters and units where that is asked for', () => {
    expect(countedLayerName(conv, i18next.t)).toBe('conv 24 @ 5×5');
    expect(countedLayerName({ type: 'dense', units: 10 }, i18next.t)).toBe('dense 10');
    expect(countedLayerName(pool, i18next.t)).toBe('max-pool 2×2');
  });
});
