import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { IMPORT_TABLE, isAllowed, partOf } from './import-table';
import { type Import, readImports } from './read-imports';

const SRC = fileURLToPath(new URL('../../../src/', import.meta.url));

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.tsx?$/.test(file));
const imports = files.flatMap((file) => readImports(file, readFileSync(SRC + file, 'utf8')));

const named = ({ file, specifier, kind }: Import) => `${file} imports ${specifier} (${kind})`;
const one = (file: string, source: string) => {
  const [found] = readImports(file, source);
  if (!found) throw new Error(`no import found in: ${source}`);
  return found;
};

describe('the sources', () => {
  it('import only what the table allows', () => {
    expect(imports.length).toBeGreaterThan(20);
    expect(imports.filter((found) => !isAllowed(found)).map(named)).toEqual([]);
  });

  it('lie in parts that the table names', () => {
    const known = (file: string) => partOf(file) in IMPORT_TABLE || /^panels\/[^/]+\/./.test(file);
    expect(files.filter((file) => !known(file))).toEqual([]);
  });

  it('load TensorFlow.js nowhere but in the engine', () => {
    const outside = imports.filter(
      ({ file, packageName }) =>
        packageName?.startsWith('@tensorflow/tfjs') && !/^(engine|charts)\//.test(file),
    );
    expect(outside.map(named)).toEqual([]);
  });

  it('keep React out of the state and all that it imports', () => {
    expect(imports.some(({ file }) => file.startsWith('state/'))).toBe(true);
    const core = new Set(['state', ...(IMPORT_TABLE.state?.parts ?? [])]);
    const react = imports.filter(
      ({ file, specifier }) => core.has(partOf(file)) && /^(react|zustand$|zustand\/react)/.test(specifier),
    );
    expect(react.map(named)).toEqual([]);
  });
});

describe('the check', () => {
  it.each([
    ["import { a } from '../model/a';", 'value', 'model/a'],
    ["import type { a } from '../model/a';", 'type', 'model/a'],
    ["import {\n  a,\n  type b,\n} from '../model/a';", 'value', 'model/a'],
    ["export * from '../model/a';", 'value', 'model/a'],
    ["export type { a } from '../model/a';", 'type', 'model/a'],
    ["import '../ui/tokens.css';", 'value', 'ui/tokens.css'],
    ["const a = await import('../model/a');", 'value', 'model/a'],
    ["type A = typeof import('../model/a');", 'type', 'model/a'],
    ["import a from '../model/a.wasm?url';", 'value', 'model/a.wasm'],
    ["new Worker(new URL('../engine/a.ts', import.meta.url))", 'url', 'engine/a.ts'],
  ])('reads %j', (source, kind, path) => {
    expect(one('data/x.ts', source)).toMatchObject({ kind, path });
  });

  it('reads packages by their name', () => {
    expect(one('data/x.ts', "import a from '@noble/hashes/sha2';").packageName).toBe('@noble/hashes');
    expect(one('state/x.ts', "import a from 'zustand/vanilla';").packageName).toBe('zustand');
  });

  it('does not read comments', () => {
    expect(readImports('data/x.ts', "// import a from 'b';\n/* import c from 'd'; */")).toEqual([]);
  });

  it.each([
    ['model/x.ts', "import { a } from '../data/a';"],
    ['protocol/x.ts', "import { a } from '../model/a';"],
    ['panels/draw/x.tsx', "import { a } from '../seen/a';"],
    ['panels/draw/x.tsx', "import type { a } from '../../engine/a';"],
    ['engine-client/x.ts', "import { a } from '../engine/a';"],
    ['state/x.ts', "import { a } from 'react';"],
    ['ui/x.tsx', "import Plotly from 'plotly.js-dist-min';"],
    ['unheard-of/x.ts', "import { a } from '../model/a';"],
  ])('refuses in %s: %s', (file, source) => {
    expect(isAllowed(one(file, source))).toBe(false);
  });

  it.each([
    ['protocol/x.ts', "import type { a } from '../model/a';"],
    ['panels/draw/x.tsx', "import { a } from '../shared/use-lab';"],
    ['panels/draw/x.tsx', "import { a } from './a';"],
    ['engine-client/x.ts', "new URL('../engine/engine.worker.ts', import.meta.url)"],
    ['main.tsx', "import { Page } from './page/Page';"],
  ])('allows in %s: %s', (file, source) => {
    expect(isAllowed(one(file, source))).toBe(true);
  });
});
