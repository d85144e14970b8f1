import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import words from '../../../src/locales/glossary/en.json';
import { fakeLab } from '../../fixtures/fake-lab';
import { smallWorld } from '../../fixtures/small-world';
import { EVERY_PANEL, panelCame } from '../accessibility/every-panel';
import { renderLab } from '../render-lab';

const world = await smallWorld();

/** Where a word stands by itself and is not part of a sentence: what a newcomer stumbles over. */
const PLACES = 'h2, h3, h4, th, dt, legend, caption, figcaption, small';
/** Of everyday language too: explained where a panel is about them. */
const EVERYDAY = new Set([
  'run',
  'network',
  'layer',
  'data-set',
  'ink',
  'filter',
  'threads',
  'kernel',
  'seed',
]);

/** What a word is recognised by: its name in any number. */
const patterns = Object.entries(words)
  .filter(([id]) => !EVERYDAY.has(id))
  .map(([id, { name }]) => [id, new RegExp(`\\b${name.replace(/s$/, '')}s?\\b`, 'i')] as const);

const isSeen = (element: Element) =>
  element.checkVisibility({ visibilityProperty: true }) && element.getBoundingClientRect().width > 1;

/** Words of the glossary that stand in the panel and can't be asked about in it. */
function unexplained(panel: Element): string[] {
  const asked = new Set(
    [...panel.querySelectorAll<HTMLElement>('[data-term]')].map(({ dataset }) => dataset.term),
  );
  const texts = [...panel.querySelectorAll(PLACES)].filter(isSeen).map((place) => place.textContent ?? '');
  return patterns
    .filter(([id, pattern]) => !asked.has(id) && texts.some((text) => pattern.test(text)))
    .map(([id]) => id);
}

test.each(EVERY_PANEL)('$id explains its words where they stand', async ({ Component }) => {
  const lab = fakeLab(world);
  lab.trained();
  await page.viewport(1440, 900);
  const { container } = await renderLab(lab, <Component />);
  await panelCame();
  // What the engine answers brings words of its own.
  await lab.answered();
  // Lists of words have their names from the glossary.
  await expect.poll(() => unexplained(container)).toEqual([]);
  // Marks of a text that were not taken for what they are.
  expect(container.textContent).not.toMatch(/<\/?[a-z][\w-]*>/);
});

test('notices a word that nobody explains', async () => {
  const panel = document.createElement('div');
  panel.innerHTML = '<h3>Softmax</h3>';
  document.body.append(panel);
  expect(unexplained(panel)).toEqual(['softmax']);
  panel.remove();
});
