import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** Where the links and images of a Markdown file lead, without those to other sites and within the file. */
function relativeLinks(markdown: string): string[] {
  return [...markdown.matchAll(/\]\(([^)\s#]+)[^)]*\)/g)]
    .map((match) => match[1] as string)
    .filter((target) => !/^[a-z]+:/i.test(target));
}

it.each(['README.md', 'README.ru.md', 'README.uk.md', 'src/README.md', 'bench/README.md'])(
  'leads nowhere but to files: %s',
  (file) => {
    const links = relativeLinks(readFileSync(join(ROOT, file), 'utf8'));
    expect(links.filter((target) => !existsSync(join(ROOT, dirname(file), target)))).toEqual([]);
  },
);

it('sees links and images, not addresses', () => {
  const markdown = '![a](docs/a.png) [b](src/b.md#c) [d](https://example.org/d) [e](#e) `f(g)`';
  expect(relativeLinks(markdown)).toEqual(['docs/a.png', 'src/b.md']);
});
