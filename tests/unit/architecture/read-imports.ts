import { posix } from 'node:path';

/**
 * - `value`: the module is loaded
 * - `type`: erased by the compiler
 * - `url`: only its address, `new URL('./x.ts', import.meta.url)`: a worker's entry
 */
export type ImportKind = 'value' | 'type' | 'url';

export interface Import {
  /** Path from src/, such as `engine/backend.ts`. */
  readonly file: string;
  readonly kind: ImportKind;
  /** As written. */
  readonly specifier: string;
  /** Path from src/ without a query, or undefined for a package. */
  readonly path: string | undefined;
  /** `react`, `@tensorflow/tfjs`: the package without what follows its name, or undefined for a path. */
  readonly packageName: string | undefined;
}

const QUOTED = String.raw`['"]([^'"\n]+)['"]`;
const PATTERNS: readonly [RegExp, (match: RegExpMatchArray) => ImportKind][] = [
  [
    new RegExp(String.raw`^[ \t]*(?:import|export)\b(\s+type\b)?[^'"();]*?\bfrom\s*${QUOTED}`, 'gm'),
    (match) => (match[1] ? 'type' : 'value'),
  ],
  [new RegExp(String.raw`^[ \t]*import()\s*${QUOTED}`, 'gm'), () => 'value'],
  [
    new RegExp(String.raw`(\btypeof\s+)?\bimport\s*\(\s*${QUOTED}`, 'g'),
    (match) => (match[1] ? 'type' : 'value'),
  ],
  [new RegExp(String.raw`new URL()\(\s*${QUOTED}\s*,\s*import\.meta\.url`, 'g'), () => 'url'],
];

export const withoutComments = (source: string) =>
  source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');

/**
 * Every import and re-export of a source file.
 * @param file - path from src/
 */
export function readImports(file: string, source: string): Import[] {
  const text = withoutComments(source);
  return PATTERNS.flatMap(([pattern, kindOf]) =>
    [...text.matchAll(pattern)].map((match) => resolved(file, match[2] as string, kindOf(match))),
  );
}

function resolved(file: string, specifier: string, kind: ImportKind): Import {
  if (specifier.startsWith('.')) {
    const path = posix.join(posix.dirname(file), specifier.replace(/\?.*$/, ''));
    return { file, kind, specifier, path, packageName: undefined };
  }
  const parts = specifier.split('/');
  const packageName = parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
  return { file, kind, specifier, path: undefined, packageName };
}
