import type { Import } from './read-imports';

/** What one part of src/ may import besides itself. `*` stands for everything. */
export interface Allowance {
  /** Other parts, loaded. */
  readonly parts?: readonly string[];
  /** Other parts, types only. */
  readonly types?: readonly string[];
  /** Other parts, by address only. */
  readonly urls?: readonly string[];
  readonly packages?: readonly string[];
}

/** Who may import whom: the same table as in src/README.md, which a test compares with this one. */
export const IMPORT_TABLE: Readonly<Record<string, Allowance>> = {
  model: { packages: ['zod'] },
  ink: {},
  data: { parts: ['model', 'ink'], packages: ['zod', '@noble/hashes', '@zip.js/zip.js'] },
  metrics: { parts: ['model', 'ink'] },
  protocol: { types: ['data', 'model', 'metrics'] },
  engine: {
    parts: ['data', 'model', 'ink', 'metrics', 'protocol'],
    packages: [
      '@tensorflow/tfjs',
      '@tensorflow/tfjs-backend-wasm',
      '@tensorflow/tfjs-backend-webgpu',
      'comlink',
      'umap-js',
      'zod',
    ],
  },
  storage: { types: ['model'], packages: ['idb'] },
  export: {
    parts: ['model', 'metrics'],
    types: ['data', 'protocol'],
    packages: ['pbf', 'h5wasm', 'onnxruntime-web', 'zod', '@zip.js/zip.js'],
  },
  'engine-client': { parts: ['protocol'], urls: ['engine'], packages: ['comlink'] },
  state: {
    parts: ['protocol', 'data', 'model', 'ink', 'metrics'],
    types: ['engine-client'],
    packages: ['zustand'],
  },
  charts: {
    packages: [
      'react',
      'plotly.js-dist-min',
      '@tensorflow/tfjs-vis',
      'vega',
      'vega-interpreter',
      'vega-lite',
    ],
  },
  ui: { packages: ['react', 'react-aria-components'] },
  locales: { packages: ['i18next', 'react-i18next'] },
  'panels/*': {
    parts: ['panels/shared', 'state', 'model', 'ink', 'metrics', 'export', 'charts', 'ui'],
    types: ['data', 'protocol'],
    packages: ['react', 'react-aria-components', 'i18next', 'react-i18next'],
  },
  'panels/shared': {
    parts: ['state', 'model', 'ink', 'charts', 'ui', 'locales'],
    types: ['protocol', 'metrics'],
    packages: ['react', 'i18next', 'react-i18next', 'zustand'],
  },
  page: {
    parts: ['panels/*', 'state', 'model', 'ui', 'locales'],
    types: ['protocol'],
    packages: ['react', 'react-aria-components', 'i18next', 'react-i18next', 'zustand'],
  },
  main: { parts: ['*'], packages: ['*'] },
};

/** The part of src/ that a path belongs to: `engine`, `panels/draw`, `panels/shared`, `main`. */
export function partOf(path: string): string {
  const [first = '', second = ''] = path.replace(/(\.module)?\.(d\.)?\w+$/, '').split('/');
  return first === 'panels' ? `panels/${second}` : first;
}

const ruleFor = (part: string) =>
  IMPORT_TABLE[part] ?? (part.startsWith('panels/') ? IMPORT_TABLE['panels/*'] : undefined);

const lists = (names: readonly string[] | undefined, part: string) =>
  names?.some(
    (name) => name === '*' || name === part || (name === 'panels/*' && part.startsWith('panels/')),
  ) ?? false;

/** Whether the table allows an import; a part that the table doesn't name may import nothing and be imported by none. */
export function isAllowed({ file, kind, path, packageName }: Import): boolean {
  const part = partOf(file);
  const rule = ruleFor(part);
  if (!rule) return false;
  if (packageName !== undefined) return lists(rule.packages, packageName);
  const target = partOf(path ?? '');
  if (target === part) return true;
  if (!ruleFor(target)) return false;
  if (kind === 'url') return lists(rule.urls, target) || lists(rule.parts, '*');
  return lists(rule.parts, target) || (kind === 'type' && lists(rule.types, target));
}
