import { expect, it } from 'vitest';
import { rulesFor } from '../../../src/page/trusted-types';

const { createHTML, createScriptURL } = rulesFor('https://host/lab/');

it('leaves a text a text where it would be taken for HTML', () => {
  expect(createHTML('<img src=x onerror=alert(1)> & more')).toBe(
    '&lt;img src=x onerror=alert(1)> &amp; more',
  );
});

it('starts scripts of the page’s own folder alone', () => {
  expect(createScriptURL('https://host/lab/assets/engine.js')).toBe('https://host/lab/assets/engine.js');
  for (const other of [
    'https://host/other.js',
    '../other.js',
    'https://host.example/lab/',
    'data:text/javascript,1',
  ]) {
    expect(createScriptURL(other), other).toBeNull();
  }
});
