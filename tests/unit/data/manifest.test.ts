import { describe, expect, it } from 'vitest';
import { parseManifest } from '../../../src/data/manifest';

describe('parseManifest', () => {
  it('reads what a server says', () => {
    const problems = [{ code: 'html', file: 'a', source: 'b' }];
    const manifest = { state: 'missing', received: 1, total: 2, problems };
    expect(parseManifest(JSON.stringify(manifest))).toEqual(manifest);
  });

  it.each([
    '<!doctype html>',
    '',
    'null',
    '[]',
    '{"state":"ready"}',
    '{"state":"other","received":0,"total":0,"problems":[]}',
    '{"state":"ready","received":-1,"total":0,"problems":[]}',
    '{"state":"ready","received":0,"total":0,"problems":[{"code":"other","file":"","source":""}]}',
  ])('takes %j for no manifest', (text) => {
    expect(parseManifest(text)).toBeUndefined();
  });
});
