import { posix } from 'node:path';
import { moduleOf } from './circles';
import { withoutComments } from './read-imports';
import type { Source } from './sources';

const DECLARED =
  /^export\s+(?:declare\s+)?(?:abstract\s+)?(?:async\s+)?(?:const|let|class|interface|type|enum|function)\b\*?\s+(\w+)/gm;
const LISTED = /^export\s+(?:type\s+)?\{([^}]*)\}/gm;
const DEFAULT = /^export\s+default\b/m;

const FROM = String.raw`\bfrom\s*['"](\.[^'"\n]+)['"]`;
const NAMED = new RegExp(String.raw`^(?:import|export)\s+([^'"();]*?)${FROM}`, 'gm');
const WHOLE = /\b(typeof\s+)?import\s*\(\s*['"](\.[^'"\n]+)['"]/g;
/** A bundler's alias, or a worker's entry. */
const ADDRESS = /new URL\(\s*['"]([^'"\n]+)['"]\s*,\s*import\.meta\.url/g;
const LOADED = /\b(?:runnerImport|ssrLoadModule)\(\s*`\$\{root\}([^`]+)`/g;

const listed = (list: string): string[][] =>
  list
    .split(',')
    .map((item) =>
      item
        .trim()
        .replace(/^type\s+/, '')
        .split(/\s+as\s+/),
    )
    .filter(([name]) => name !== '');

/** The names that a module exports. */
export function exportsOf({ text }: Source): string[] {
  const code = withoutComments(text);
  return [
    ...[...code.matchAll(DECLARED)].map((match) => match[1] as string),
    ...[...code.matchAll(LISTED)].flatMap((match) =>
      listed(match[1] as string).map((as) => as.at(-1) as string),
    ),
    ...(DEFAULT.test(code) ? ['default'] : []),
  ];
}

/** Names that a module takes from another. */
interface Taken {
  readonly module: string;
  readonly takes: (name: string) => boolean;
}

/** What a module imports or exports on; of one that is imported whole, the names that it mentions. */
function takenBy({ file, text }: Source): Taken[] {
  const code = withoutComments(text);
  const from = (path: string) => moduleOf(posix.join(posix.dirname(file), path.replace(/\?.*$/, '')));
  const mentions = (name: string) => name === 'default' || new RegExp(String.raw`\b${name}\b`).test(code);
  const whole = [...code.matchAll(WHOLE)].map(([, isType, path]) => ({
    module: from(path as string),
    // The type of a whole module goes on to others, who mention its names.
    takes: isType ? () => true : mentions,
  }));
  const addressed = [...code.matchAll(ADDRESS)].map((match) => ({
    module: from(match[1] as string),
    takes: (name: string) => name === 'default',
  }));
  const loaded = [...code.matchAll(LOADED)].map((match) => ({
    module: moduleOf(match[1] as string),
    takes: mentions,
  }));
  const named = [...code.matchAll(NAMED)].map((match) => {
    const clause = (match[1] as string).trim().replace(/^type\s+(?=[{*\w])/, '');
    const braces = /\{([^}]*)\}/.exec(clause)?.[1] ?? '';
    const names = new Set(listed(braces).map(([name]) => name));
    if (/^\w/.test(clause)) names.add('default');
    const takes = clause.includes('*') ? mentions : (name: string) => names.has(name);
    return { module: from(match[2] as string), takes };
  });
  return [...whole, ...addressed, ...loaded, ...named];
}

/** A tool's configuration, which the tool imports. */
const isEntry = (file: string) => /\.config\.[mc]?[jt]s$/.test(file);

/**
 * Exports that no other module imports, as 'file: name'.
 * @param sources - all that may import
 * @param isChecked - files whose exports are asked about
 */
export function unusedExports(sources: readonly Source[], isChecked: (file: string) => boolean): string[] {
  const takers = new Map<string, Taken[]>();
  for (const taken of sources.flatMap(takenBy)) {
    takers.set(taken.module, [...(takers.get(taken.module) ?? []), taken]);
  }
  return sources
    .filter(({ file }) => isChecked(file) && !isEntry(file))
    .flatMap((source) => {
      const taken = takers.get(moduleOf(source.file)) ?? [];
      return exportsOf(source)
        .filter((name) => !taken.some(({ takes }) => takes(name)))
        .map((name) => `${source.file}: ${name}`);
    });
}
