import { expect, test } from 'vitest';
import { codeFiles } from '../architecture/sources';

// The build writes light-dark() for browsers that don't know it: which of the two holds is settled where the token
// stands, at the root. A color-scheme further down changes it in development alone.
test('the scheme is set at the root and nowhere below', () => {
  const setting = codeFiles().filter(
    ({ file, text }) => /^src\/.*\.css$/.test(file) && /color-scheme:\s/.test(text),
  );
  expect(setting.map(({ file }) => file).sort()).toEqual(['src/ui/global.css', 'src/ui/tokens.css']);
});
