import { expect, it } from 'vitest';
import { RESULT_PANELS } from '../../../src/page/panel-registry';
import { entryOf, groupOf, tabsOf } from '../../../src/page/result-groups';
import { RESULT_GROUPS } from '../../../src/panels/shared/panel';

it('has a tab for the overview and for each panel, in one group each', () => {
  const tabs = RESULT_GROUPS.flatMap(tabsOf);
  expect(new Set(tabs).size).toBe(tabs.length);
  expect([...tabs].sort()).toEqual(['overview', ...RESULT_PANELS.map(({ id }) => id)].sort());
  for (const group of RESULT_GROUPS)
    expect(tabsOf(group).map(groupOf)).toEqual(tabsOf(group).map(() => group));
});

it('begins with the overview', () => {
  expect(tabsOf(RESULT_GROUPS[0])[0]).toBe('overview');
});

it('leads into a group by its first panel, and back to what was open in it last', () => {
  expect(entryOf('inside', {})).toBe('activation-maps');
  expect(entryOf('inside', { inside: 'why', data: 'test-image' })).toBe('why');
});
