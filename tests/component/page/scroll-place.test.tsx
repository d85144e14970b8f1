import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepScrollPlace } from '../../../src/page/scroll-place';

const content = document.createElement('div');
const list = document.createElement('div');
list.setAttribute('role', 'listbox');
list.style.cssText = 'height: 100px; overflow: auto';
list.innerHTML = '<div style="height: 9000px"></div>';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'] });
  content.id = 'results';
  document.body.append(content);
  arrive(5000);
  content.append(list);
});

afterEach(() => {
  // Whoever is still on the way there gives up.
  window.dispatchEvent(new Event('keydown'));
  vi.useRealTimers();
  content.remove();
});

/** So much of the content has come in. */
function arrive(height: number): void {
  content.style.height = `${height}px`;
}

/** Scrolled so far, the page is left; then it is there again, without its content. */
function leave(top: number): void {
  window.scrollTo(0, top);
  window.dispatchEvent(new Event('pagehide'));
  arrive(10);
  list.remove();
  expect(window.scrollY).toBe(0);
}

test('is again where it was, and its list too, once the content is as high as it was', () => {
  keepScrollPlace('navigate');
  list.scrollTop = 4200;
  leave(1800);
  expect(keepScrollPlace('reload')).toBe(true);
  vi.advanceTimersByTime(500);
  // Not yet: it would stand somewhere else in the meantime.
  arrive(1500);
  vi.advanceTimersByTime(500);
  expect(window.scrollY).toBe(0);
  arrive(5000);
  vi.advanceTimersByTime(200);
  expect(window.scrollY).toBe(1800);
  content.append(list);
  vi.advanceTimersByTime(2000);
  expect(list.scrollTop).toBe(4200);
  // Arrived: from then on the browser keeps the places of the steps within the page.
  expect(history.scrollRestoration).toBe('auto');
});

test('a reload before it is there again leads to the same place', () => {
  keepScrollPlace('navigate');
  leave(1800);
  keepScrollPlace('reload');
  window.dispatchEvent(new Event('pagehide'));
  window.dispatchEvent(new Event('keydown'));
  keepScrollPlace('reload');
  arrive(5000);
  vi.advanceTimersByTime(500);
  expect(window.scrollY).toBe(1800);
});

test.each(['wheel', 'touchmove', 'keydown', 'pointerdown'])('a person who acts is not moved: %s', (deed) => {
  keepScrollPlace('navigate');
  leave(1800);
  keepScrollPlace('reload');
  expect(history.scrollRestoration).toBe('manual');
  window.dispatchEvent(new Event(deed));
  arrive(5000);
  vi.advanceTimersByTime(2000);
  expect(window.scrollY).toBe(0);
  expect(history.scrollRestoration).toBe('auto');
});

test('goes as far as there is content, and then no more, where there is less than there was', () => {
  keepScrollPlace('navigate');
  leave(1800);
  keepScrollPlace('reload');
  arrive(window.innerHeight + 300);
  vi.advanceTimersByTime(20_000);
  expect(window.scrollY).toBeGreaterThan(200);
  expect(history.scrollRestoration).toBe('auto');
});

test('begins at its top, or where its address leads, when it is opened anew or elsewhere', () => {
  keepScrollPlace('navigate');
  leave(1800);
  expect(keepScrollPlace('navigate')).toBe(false);
  const { href } = window.location;
  history.replaceState(null, '', '?elsewhere');
  expect(keepScrollPlace('reload')).toBe(false);
  history.replaceState(null, '', href);
});
