import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { properNames } from '../../../src/model/class-names';
import { Lab } from '../../../src/page/Page';
import { RESULT_PANELS } from '../../../src/page/panel-registry';
import { openKeepStore } from '../../../src/storage/keep-store';
import { type FakeLab, fakeLab } from '../../fixtures/fake-lab';
import { smallWorld } from '../../fixtures/small-world';
import { renderLab } from '../render-lab';

const world = await smallWorld();

const MARKUP = '<img src=x onerror=hit()>';
/** Written backwards from here on; a browser that heeds it turns round what follows in the line. */
const BACKWARDS = '\u202e';
const LONG = `${MARKUP}${BACKWARDS}${'W'.repeat(10_000)}`;
/** As data sets bring them: cut to what fits beside a matrix. */
const CLASSES = properNames(
  [MARKUP, `${BACKWARDS}gnp.7`, '=cmd|’/c’!A1', 'W'.repeat(10_000), '<b>bold</b>', '   '],
  10,
);

/** Data with such classes, and a run of them with such a note. */
function bring(lab: FakeLab) {
  lab.trained();
  const { dataset } = lab.store.getState();
  if (dataset.status !== 'ready') throw new Error('no data');
  lab.emit({ type: 'dataset', dataset: { ...dataset, official: false, classNames: CLASSES } });
  const [run] = lab.store.getState().runs;
  if (run) lab.actions.noteRun(run.id, LONG);
}

const foreign = () => document.querySelectorAll('img[src=x], body b b, script[src=x]').length;

test('names of classes and notes are words wherever they stand, and stay in their places', async () => {
  const hit = vi.fn();
  vi.stubGlobal('hit', hit);
  const lab = fakeLab(world, { keepStore: openKeepStore() });
  await page.viewport(390, 844);
  await renderLab(lab, <Lab />);
  bring(lab);
  await expect.element(page.getByRole('tab', { name: 'Inside', exact: true })).toBeVisible();
  for (const { id } of RESULT_PANELS) {
    lab.actions.open(id);
    await new Promise(requestAnimationFrame);
    await new Promise((resolve) => setTimeout(resolve));
    expect(foreign(), id).toBe(0);
    expect(document.documentElement.scrollWidth, id).toBeLessThanOrEqual(390);
  }
  expect(document.body.textContent).toContain('<img src=x');
  // It would turn round what follows in its line.
  expect(document.body.textContent).not.toContain(BACKWARDS);
  expect(hit).not.toHaveBeenCalled();
  vi.unstubAllGlobals();
});
