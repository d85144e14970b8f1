import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Plugin } from 'vite';

/** A bill of materials tells what a page is made of, and keeps no build waiting. */
const LIMIT_MS = 30_000;
const LARGEST_BYTES = 20_000_000;

/** Of what the page is made of, without what only builds and tests it; no network is needed. */
const SBOM = ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application', '--omit', 'dev'];

/** Writes the build's bill of materials (CycloneDX) beside the page: `bom.json`. A build without npm goes on without. */
export const bomPlugin = (): Plugin => ({
  name: 'digit-lab:bom',
  apply: 'build',
  async generateBundle() {
    try {
      const { stdout } = await promisify(execFile)('npm', SBOM, {
        timeout: LIMIT_MS,
        maxBuffer: LARGEST_BYTES,
        shell: process.platform === 'win32',
      });
      this.emitFile({ type: 'asset', fileName: 'bom.json', source: stdout });
    } catch (error) {
      this.warn(`no bill of materials: ${error instanceof Error ? error.message : error}`);
    }
  },
});
