/** One package of the lockfile, by its folder in node_modules. */
interface LockedPackage {
  readonly version?: string;
  /** Where npm was told to write it down; without it the registry that npm is set to. */
  readonly resolved?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly link?: boolean;
}

interface Lockfile {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

/** Licences that ask for no more than to be named, or (MPL) for changes of the package's own files. */
const ALLOWED = new Set([
  ...['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0', 'Zlib'],
  ...['Unlicense', 'CC0-1.0', 'CC-BY-4.0', 'MPL-2.0'],
]);

/** Read by a person, since the lockfile names a file and no licence: NIST's own notice, and HDF5's, which is BSD's. */
const READ_BY_HAND = new Set(['node_modules/h5wasm']);

const REGISTRY = /^https:\/\/registry\.npmjs\.org\//;

/** What of a lockfile is not as it should be: a sentence each. */
export function problemsOf({ packages }: Lockfile): string[] {
  return Object.entries(packages)
    .filter(([folder]) => folder !== '')
    .flatMap(([folder, locked]) => problemsOfPackage(folder, locked));
}

function problemsOfPackage(folder: string, { resolved, integrity, license, link }: LockedPackage): string[] {
  const problems: string[] = [];
  if (link) problems.push('is a folder of this machine');
  if (!integrity?.startsWith('sha512-')) problems.push('has no SHA-512 checksum');
  if (resolved !== undefined && !REGISTRY.test(resolved)) problems.push(`comes from ${resolved}`);
  if (!READ_BY_HAND.has(folder) && !isAllowed(license)) problems.push(`has the licence ${license ?? 'none'}`);
  return problems.map((problem) => `${folder} ${problem}`);
}

/** Of an SPDX expression: of licences joined by OR one is enough, of those joined by AND each has to be allowed. */
export function isAllowed(expression: string | undefined): boolean {
  if (!expression) return false;
  return expression
    .replaceAll(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((license) => ALLOWED.has(license.trim())));
}
