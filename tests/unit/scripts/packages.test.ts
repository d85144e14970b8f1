import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isAllowed, problemsOf } from '../../../scripts/packages';

const SOUND = { integrity: 'sha512-AAAA', license: 'MIT' };
const problemOf = (changes: object) =>
  problemsOf({ packages: { '': {}, 'node_modules/some': { ...SOUND, ...changes } } })[0];

describe('the packages', () => {
  it('all come from the registry, with a checksum and a licence on the list', () => {
    expect(problemsOf(JSON.parse(readFileSync('package-lock.json', 'utf8')))).toEqual([]);
  });

  it('run no scripts when they are installed', () => {
    expect(readFileSync('.npmrc', 'utf8')).toContain('ignore-scripts=true');
  });

  it.for([
    [{ resolved: 'git+ssh://git@github.com/some/some.git' }, 'comes from git+ssh:'],
    [{ resolved: 'http://registry.npmjs.org/some.tgz' }, 'comes from http:'],
    [{ integrity: undefined }, 'has no SHA-512 checksum'],
    [{ integrity: 'sha1-AAAA' }, 'has no SHA-512 checksum'],
    [{ license: 'GPL-3.0-or-later' }, 'has the licence GPL-3.0-or-later'],
    [{ license: undefined }, 'has the licence none'],
    [{ link: true }, 'is a folder of this machine'],
  ] as const)('are refused where one is %o', ([changes, problem]) => {
    expect(problemOf(changes)).toContain(`node_modules/some ${problem}`);
  });

  it('are taken where one of several licences may be chosen, and all that hold at once are on the list', () => {
    expect(isAllowed('(MIT OR GPL-3.0-or-later)')).toBe(true);
    expect(isAllowed('(MIT AND Zlib)')).toBe(true);
    expect(isAllowed('(MIT AND GPL-3.0-only)')).toBe(false);
  });
});
