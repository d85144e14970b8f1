import { expect, it } from 'vitest';
import { problemSentence, problemSentences } from '../../../scripts/problem-sentence';
import { PROBLEM_CODES } from '../../../src/data/dataset';

it.each(PROBLEM_CODES)('has a sentence for %s that names the file and fills every gap', (code) => {
  const sentence = problemSentence({ code, file: 'THE-FILE', source: 'THE-SOURCE', found: '1', wanted: '2' });
  expect(sentence).toContain('THE-FILE');
  expect(sentence).not.toMatch(/[{}]|undefined/);
});

it('says once what is the same for several files', () => {
  const problem = { code: 'unreachable', file: 'a', source: 'here' } as const;
  const sentences = problemSentences([problem, { ...problem, source: 'there' }, { ...problem, file: 'b' }]);
  expect(sentences).toHaveLength(2);
  expect(sentences[0]).toContain('a, b');
});
