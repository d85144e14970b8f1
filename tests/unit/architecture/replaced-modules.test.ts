import { expect, it } from 'vitest';
import { modules, readSource } from './sources';

it('the browser of the tests keeps no module in whose place some test has another', () => {
  const [, written] = /REPLACED = \/(.+)\/;/.exec(readSource('vitest.config.ts').text) ?? [];
  const isKnown = new RegExp(written ?? '(?!)');
  const inBrowser = modules().filter(({ file }) => /^tests\/(component|browser)\//.test(file));
  const replaced = inBrowser.flatMap(({ text }) =>
    [...text.matchAll(/vi\.(?:mock|doMock)\(\s*'(?:\.\.\/)*([^']+)'/g)].map(([, path]) => path),
  );
  expect(replaced).toContain('src/charts/load-plotly');
  expect(replaced.filter((path) => !isKnown.test(`/${path}.ts`))).toEqual([]);
});
