import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const CONFIGS = ['vite.config.ts', 'vitest.config.ts'];

/** A file that people write. */
export interface Source {
  /** Path from the root, with '/'. */
  readonly file: string;
  readonly text: string;
}

/** @param file - path from the root */
export const readSource = (file: string): Source => ({ file, text: readFileSync(ROOT + file, 'utf8') });

/** The files below some folders of the project whose names end so. */
const filesIn = (folders: readonly string[], ending: RegExp): Source[] =>
  folders.flatMap((folder) =>
    readdirSync(ROOT + folder, { recursive: true, encoding: 'utf8' })
      .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
      .filter((file) => ending.test(file) && !file.includes('/node_modules/'))
      .map(readSource),
  );

const FOLDERS = ['src', 'tests', 'scripts', 'bench'];
const MODULE = /\.[mc]?[jt]sx?$/;

/** All that is code: modules, styles, scripts of any language; no data. */
export const codeFiles = (): Source[] => filesIn(FOLDERS, /\.([mc]?[jt]sx?|css|html|py|sh)$/);

/** All that imports or can be imported. */
export const modules = (): Source[] => [...filesIn(FOLDERS, MODULE), ...CONFIGS.map(readSource)];
