import { describe, expect, it } from 'vitest';
import { circlesOf } from './circles';
import { longFiles } from './file-lengths';
import { IMPORT_TABLE } from './import-table';
import { panelsOfPage } from './page-imports';
import { exportsOf, unusedExports } from './read-exports';
import { silencedChecks } from './silenced-checks';
import { codeFiles, modules, readSource, type Source } from './sources';

const MOST_ROWS = 17;
/** What tests share is asked about too; a test itself exports nothing that matters. */
const isChecked = (file: string) => /^(src|bench|scripts|tests\/fixtures)\//.test(file);

describe('the sources', () => {
  const all = modules();

  it('are found', () => {
    const files = all.map(({ file }) => file);
    expect(files).toEqual(expect.arrayContaining(['src/main.tsx', 'scripts/test.mjs', 'vite.config.ts']));
    expect(all.flatMap(exportsOf).length).toBeGreaterThan(500);
  });

  it('import each other in no circle', () => {
    expect(circlesOf(all.filter(({ file }) => file.startsWith('src/')))).toEqual([]);
  });

  it('have at most 250 lines a file', () => {
    expect(longFiles(codeFiles())).toEqual([]);
  });

  it('export nothing that no other file imports', () => {
    expect(unusedExports(all, isChecked)).toEqual([]);
  });

  it('use no `any`: the linter refuses it, and nobody tells it not to', () => {
    expect(JSON.parse(readSource('biome.json').text).linter).toEqual({
      enabled: true,
      rules: { preset: 'recommended' },
    });
    const here = 'tests/unit/architecture/';
    expect(silencedChecks(all.filter(({ file }) => !file.startsWith(here)))).toEqual([]);
  });

  it('name panels in the page in the registry alone', () => {
    expect(panelsOfPage(all)).toEqual([]);
  });

  it('have few parts', () => {
    expect(Object.keys(IMPORT_TABLE).length).toBeLessThanOrEqual(MOST_ROWS);
  });
});

const module = (file: string, ...lines: string[]): Source => ({ file, text: `${lines.join('\n')}\n` });

describe('the check of circles', () => {
  it('prints a circle of values and types, once', () => {
    const circle = [
      module('src/b.ts', "import type { c } from './c';"),
      module('src/c.tsx', "export { a } from './a/a';", "import z from 'zod';"),
      module('src/a/a.ts', "import { b } from '../b.ts';"),
      module('src/d.ts', "import { a } from './a/a';"),
    ];
    expect(circlesOf(circle)).toEqual(['src/a/a → src/b → src/c → src/a/a']);
  });

  it('prints two circles through the same file', () => {
    const circles = [
      module('a.ts', "import { b } from './b';", "import { c } from './c';"),
      module('b.ts', "import { a } from './a';"),
      module('c.ts', "import { a } from './a';"),
    ];
    expect(circlesOf(circles)).toEqual(['a → b → a', 'a → c → a']);
  });

  it('sees a file that imports itself, and none where imports meet again', () => {
    expect(circlesOf([module('a.ts', "import { a } from './a';")])).toEqual(['a → a']);
    const rhombus = [
      module('a.ts', "import { b } from './b';", "import { c } from './c';"),
      module('b.ts', "import { d } from './d';"),
      module('c.ts', "import { d } from './d';"),
      module('d.ts', "new URL('./a.ts', import.meta.url)"),
    ];
    expect(circlesOf(rhombus)).toEqual([]);
  });
});

describe('the check of lengths', () => {
  const ofLines = (lines: number) => module('a.ts', ...Array.from({ length: lines }, () => ''));

  it('lets 250 lines pass and no more', () => {
    expect(longFiles([ofLines(250)])).toEqual([]);
    expect(longFiles([ofLines(251)])).toEqual(['a.ts: 251 lines']);
  });
});

describe('the check of exports', () => {
  const unused = (...sources: Source[]) => unusedExports(sources, () => true);

  it.each([
    'export const a = 1;',
    'export let a = 1;',
    'export function a() {}',
    'export async function* a() {}',
    'export abstract class a {}',
    'export interface a {}',
    'export type a = 1;',
    'const b = 1;\nexport { b as a };',
    "export { a } from './b';",
    "export type { a } from './b';",
  ])('finds what nobody imports: %j', (code) => {
    expect(unused(module('a.ts', code))).toEqual(['a.ts: a']);
  });

  it('finds a default that nobody imports, but for a configuration', () => {
    expect(unused(module('a.ts', 'export default 1;'))).toEqual(['a.ts: default']);
    expect(unused(module('a.config.ts', 'export default 1;'))).toEqual([]);
  });

  it('does not count the use in its own file, nor the same name of another', () => {
    const sources = [
      module('a.ts', 'export const a = 1;', 'a;'),
      module('b.ts', "import { a } from './c';"),
      module('c.ts', 'export const a = 1;'),
    ];
    expect(unused(...sources)).toEqual(['a.ts: a']);
  });

  it.each([
    "import { a } from './a';",
    "import { a as b } from './a.ts';",
    "import type { a } from './a';",
    "import {\n  type a,\n  b,\n} from './a';",
    "import * as all from './a';\nall.a;",
    "const { a } = await import('./a');",
    "type A = typeof import('./a').a;",
    "export { a as b } from './a';",
  ])('counts %j', (code) => {
    expect(unused(module('a.ts', 'export const a = 1;'), module('x.ts', code))).not.toContain('a.ts: a');
  });

  it.each([
    "import { b } from './a';",
    "import './a';",
    "new URL('./a.ts', import.meta.url);",
    "// import { a } from './a';",
  ])('does not count %j', (code) => {
    expect(unused(module('a.ts', 'export const a = 1;'), module('x.ts', code))).toContain('a.ts: a');
  });

  it('counts of a module that is imported whole what is mentioned', () => {
    const [given, whole] = [module('given.ts', 'export const a = 1;'), "import * as all from './given';"];
    expect(unused(given, module('x.ts', whole, 'all.b;'))).toEqual(['given.ts: a']);
    const loaded = 'const { module } = await runnerImport(`$' + '{root}given.ts`);';
    expect(unused(given, module('x.mjs', loaded))).toEqual(['given.ts: a']);
    expect(unused(given, module('x.mjs', loaded, 'module.a();'))).toEqual([]);
  });

  it('takes a declaration beside a script for the same module', () => {
    const sources = [
      module('a.mjs', 'export const a = 1;'),
      module('a.d.mts', 'export const a: number;'),
      module('x.ts', "import { a } from './a.mjs';"),
    ];
    expect(unused(...sources)).toEqual([]);
  });

  it('counts a default', () => {
    const one = module('a.ts', 'export default 1;');
    expect(unused(one, module('x.ts', "import a from './a';"))).toEqual([]);
    expect(unused(one, module('x.ts', "lazy(() => import('./a'));"))).toEqual([]);
    expect(unused(one, module('x.config.ts', "alias = new URL('a.ts', import.meta.url);"))).toEqual([]);
    expect(unused(one, module('x.ts', "import type a from './a';"))).toEqual([]);
  });
});

describe('the check of silenced checks', () => {
  it.each([
    '// biome-ignore lint/suspicious/noExplicitAny: because',
    '// biome-ignore-all lint/suspicious/noExplicitAny: because',
    '/* biome-ignore lint: because */',
    '// @ts-ignore',
    '// @ts-nocheck',
  ])('finds %j', (line) => {
    expect(silencedChecks([module('a.ts', '', line)])).toEqual(['a.ts:2']);
  });

  it('lets other rules be silenced, where the reason stands beside', () => {
    expect(silencedChecks([module('a.ts', '// biome-ignore lint/a11y/useSemanticElements: x')])).toEqual([]);
  });
});

describe('the check of the page', () => {
  const page = (file: string) =>
    panelsOfPage([
      module(file, "import { a } from '../panels/draw/a';", "import { b } from '../panels/shared/b';"),
    ]);

  it('finds a panel outside of the registry', () => {
    expect(page('src/page/Page.tsx')).toEqual(['src/page/Page.tsx: src/panels/draw/a']);
    expect(page('src/page/panel-registry.ts')).toEqual([]);
    expect(page('src/main/x.ts')).toEqual([]);
  });
});
