import { afterEach, expect, test, vi } from 'vitest';
import { fakeLab } from '../../fixtures/fake-lab';
import { smallWorld } from '../../fixtures/small-world';
import { imageSeen, renderDrawing } from './draw-page';
import { button, device, pad, seenImage } from './pad';

const world = await smallWorld();
const { getCoalescedEvents } = PointerEvent.prototype;

afterEach(() => {
  PointerEvent.prototype.getCoalescedEvents = getCoalescedEvents;
});

test('draws the same whole stroke where a page that is no secure context has no getCoalescedEvents', async () => {
  const lab = fakeLab(world);
  await renderDrawing(lab);
  const missing = vi.fn();
  window.addEventListener('error', missing);
  const drawDown = async () => {
    await device('mouse').draw([0.5, 0.2], [0.5, 0.4], [0.5, 0.6], [0.5, 0.8]);
    return imageSeen(lab);
  };
  const whole = await drawDown();
  await button('Clear').click();
  await expect.element(seenImage).not.toBeInTheDocument();
  Reflect.deleteProperty(PointerEvent.prototype, 'getCoalescedEvents');
  expect('getCoalescedEvents' in new PointerEvent('pointermove')).toBe(false);
  expect(await drawDown()).toEqual(whole);
  expect(pad.element()).toBeVisible();
  expect(missing).not.toHaveBeenCalled();
  window.removeEventListener('error', missing);
});
