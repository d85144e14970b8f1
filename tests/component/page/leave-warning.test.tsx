import { expect, test } from 'vitest';
import { warnBeforeLoss } from '../../../src/page/leave-warning';
import { fakeLab } from '../../fixtures/fake-lab';
import { smallWorld } from '../../fixtures/small-world';
import '../../../src/ui/global.css';

const world = await smallWorld();

/** Whether the browser would ask before it leaves the page. */
const asks = () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));

test('the browser asks before something is lost, as long as it would be', () => {
  const lab = fakeLab(world);
  warnBeforeLoss(lab.store);
  lab.ready();
  expect(asks()).toBe(false);
  lab.actions.draftLesson({ title: 'Sevens' } as never);
  expect(asks()).toBe(true);
  lab.actions.draftLesson(undefined);
  expect(asks()).toBe(false);
  // Nothing is kept in this visit.
  lab.training();
  expect(asks()).toBe(true);
});

test('nothing that is pulled or swiped reloads or leaves the page', () => {
  const { overscrollBehaviorX, overscrollBehaviorY } = getComputedStyle(document.documentElement);
  expect([overscrollBehaviorX, overscrollBehaviorY]).toEqual(['none', 'none']);
});
