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
    parts: [
      'panels/panel',
      'panels/use-lab',
      'panels/use-lab-calmly',
      'panels/setting-fields',
      'panels/use-inquiry',
      'panels/part-field',
      'panels/use-image',
      'panels/subject-steps',
      'panels/scale-field',
      'panels/weight-layer-field',
      'panels/layer-name',
      'panels/use-class-names',
      'panels/as-text',
      'state',
      'model',
      'ink',
      'metrics',
      'charts',
      'ui',
    ],
    types: ['data', 'protocol'],
    packages: ['react', 'react-aria-components', 'i18next', 'react-i18next'],
  },
  'panels/panel': { types: ['state'], packages: ['react'] },
  'panels/use-lab': { parts: ['state'], types: ['protocol'], packages: ['react', 'zustand'] },
  'panels/use-lab-calmly': { parts: ['panels/use-lab'], types: ['state'], packages: ['react'] },
  'panels/setting-fields': {
    parts: ['panels/use-lab', 'model', 'ui'],
    packages: ['react', 'i18next', 'react-i18next'],
  },
  'panels/layer-name': { parts: ['model'], packages: ['i18next'] },
  'panels/use-inquiry': { parts: ['panels/use-lab', 'state'], types: ['protocol'], packages: ['react'] },
  'panels/use-image': { parts: ['panels/use-lab', 'state'], types: ['protocol'], packages: ['react'] },
  'panels/subject-steps': {
    parts: ['panels/use-lab', 'state', 'ui'],
    packages: ['react', 'i18next', 'react-i18next'],
  },
  'panels/part-field': {
    parts: ['panels/use-lab', 'state', 'ui'],
    types: ['protocol'],
    packages: ['react', 'i18next', 'react-i18next'],
  },
  'panels/scale-field': { parts: ['charts', 'ui'], packages: ['react', 'i18next', 'react-i18next'] },
  'panels/weight-layer-field': { parts: ['model', 'ui'], packages: ['react', 'i18next', 'react-i18next'] },
  'panels/use-class-names': {
    parts: ['panels/use-lab', 'state'],
    packages: ['i18next', 'react-i18next'],
  },
  'panels/as-text': { parts: ['ink', 'ui'], packages: ['react', 'i18next', 'react-i18next'] },
  'panels/registry': { parts: ['panels/panel', 'panels/*'] },
  lab: {
    parts: ['panels/panel', 'panels/use-lab', 'panels/registry', 'state', 'model', 'ui'],
    types: ['protocol'],
    packages: ['react', 'react-aria-components', 'i18next', 'react-i18next', 'zustand'],
  },
  main: { parts: ['*'], packages: ['*'] },
};

/** The part of src/ that a path belongs to: `engine`, `panels/draw`, `panels/registry`, `main`. */
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
