import { expect, it } from 'vitest';
import { RESULT_PANELS } from '../../../src/page/panel-registry';
import { entryOf, groupOf, tabsOf } from '../../../src/page/result-groups';
import { RESULT_GROUPS } from '../../../src/panels/shared/panel';

it('has a tab for the overview and for each panel, in one group each', () => {
  const tabs = RESULT_GROUPS.flatMap((group) => tabsOf(group));
  expect(new Set(tabs).size).toBe(tabs.length);
  expect([...tabs].sort()).toEqual(['overview', ...RESULT_PANELS.map(({ id }) => id)].sort());
  for (const group of RESULT_GROUPS)
    expect(tabsOf(group).map(groupOf)).toEqual(tabsOf(group).map(() => group));
});

it('begins with the overview', () => {
  expect(tabsOf(RESULT_GROUPS[0])[0]).toBe('overview');
});

it('leads into a group by its first panel, and back to what was open in it last', () => {
  const tabs = tabsOf('inside');
  expect(entryOf('inside', {}, tabs)).toBe('walk');
  expect(entryOf('inside', { inside: 'why', data: 'test-image' }, tabs)).toBe('why');
});

it('leads to nothing that is not offered', () => {
  const tabs = tabsOf('inside', (panel) => panel === 'filters');
  expect(tabs).toEqual(['filters']);
  expect(entryOf('inside', { inside: 'why' }, tabs)).toBe('filters');
  expect(tabsOf('runs', (panel) => panel === 'filters')).toEqual([]);
});
