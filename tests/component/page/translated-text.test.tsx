import { type ReactNode, useState } from 'react';
import { flushSync } from 'react-dom';
import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { surviveTranslation } from '../../../src/page/translated-text';
import { translate, type Way } from './translate';

surviveTranslation();

const WAYS: readonly Way[] = ['replaced', 'put beside, then taken out', 'taken out, then put in', 'wrapped'];

/** Shows what it is told to. */
async function stage(first: ReactNode) {
  let show = (_: ReactNode) => {};
  function Stage() {
    const [children, setChildren] = useState(first);
    show = setChildren;
    return <p data-testid="stage">{children}</p>;
  }
  const screen = await render(<Stage />);
  const element = screen.getByTestId('stage').element();
  return {
    show: (children: ReactNode) => flushSync(() => show(children)),
    // What is translated is between « and ».
    text: () => element.textContent?.replace(/[«»]/g, ''),
    element,
  };
}

const texts = (count: number, last: boolean) => (
  <>
    {'Epoch '}
    {count}
    {last && ' of 3'}
    <b>, bold</b>
    {count > 1 && ' more'}
  </>
);

test.each(WAYS)('texts whose place a translation takes change, come and go: %s', async (way) => {
  const { show, text } = await stage(texts(1, true));
  expect(translate(way)).toBeGreaterThan(3);
  expect(text()).toBe('Epoch 1 of 3, bold');
  await Promise.resolve();
  show(texts(2, true));
  await vi.waitFor(() => expect(text()).toBe('Epoch 2 of 3, bold more'));
  translate(way);
  await Promise.resolve();
  show(texts(2, false));
  expect(text()).toBe('Epoch 2, bold more');
  show(texts(1, true));
  await vi.waitFor(() => expect(text()).toBe('Epoch 1 of 3, bold'));
  translate(way);
  await Promise.resolve();
  show(null);
  expect(text()).toBe('');
});

test.each(WAYS)('a text that is translated can be put elsewhere: %s', async (way) => {
  const { text, element } = await stage(<i>a</i>);
  const moved = document.createTextNode('b');
  element.append(moved);
  translate(way);
  await Promise.resolve();
  element.insertBefore(moved, element.firstChild);
  expect(text()).toBe('ba');
});

test('what is wrong without a translation is still an error', () => {
  const [one, other] = [document.createElement('i'), document.createElement('b')];
  expect(() => one.removeChild(other)).toThrow(DOMException);
  expect(() => one.insertBefore(document.createElement('u'), other)).toThrow(DOMException);
});
