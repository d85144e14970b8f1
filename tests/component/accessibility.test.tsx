import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cdp, page } from 'vitest/browser';
import { RESULT_PANELS, sidePanelsAt } from '../../src/page/panel-registry';
import { fakeLab } from '../fixtures/fake-lab';
import { smallWorld } from '../fixtures/small-world';
import { renderLab } from './render-lab';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** On a dark screen only contrast is judged, as nothing but the colours differs; and it is the same at each width. */
const SCREENS = [
  { width: 1440, scheme: 'light', rules: WCAG },
  { width: 1440, scheme: 'dark', rules: ['color-contrast'] },
  { width: 390, scheme: 'light', rules: WCAG },
] as const;
type Screen = (typeof SCREENS)[number];

const PANELS = [
  ...(['setup', 'network', 'overview', 'draw'] as const).flatMap(sidePanelsAt),
  ...RESULT_PANELS,
];
const world = await smallWorld();

/** Rules that are broken in what is shown badly enough to shut someone out. */
async function seriousViolations({ rules }: Screen): Promise<string[]> {
  const { violations } = await axe.run(document.body, { runOnly: [...rules], resultTypes: ['violations'] });
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ html, any }) => `${id}: ${any[0]?.message ?? ''} ${html.slice(0, 200)}`),
    );
}

async function turnTo({ width, scheme }: Screen): Promise<void> {
  await page.viewport(width, 900);
  await cdp().send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'prefers-color-scheme', value: scheme },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ],
  });
}

/** A chart is drawn when it comes into sight. */
function chartsToCome(): number {
  const waiting = page.getByText('Preparing the chart').elements();
  waiting[0]?.scrollIntoView();
  return waiting.length;
}

/** What stands on top of a chart can't be judged before the chart is drawn, in the colours of the moment. */
async function showAlone({ Component }: (typeof PANELS)[number], lab: ReturnType<typeof fakeLab>) {
  const shown = await renderLab(
    lab,
    // On what panels stand on in the page, against which their colours are to contrast.
    <main style={{ background: 'var(--surface)' }}>
      <Component />
    </main>,
  );
  // The first one of all waits for Plotly, which a slow and busy machine takes its time to read.
  await expect.poll(chartsToCome, { timeout: 200_000 }).toBe(0);
  await expect.poll(() => document.querySelector('[data-pending]')).toBeNull();
  return shown;
}

beforeEach(() => {
  document.documentElement.lang = 'en';
});
afterEach(async () => {
  await cdp().send('Emulation.setEmulatedMedia', { features: [] });
});

describe.each(['pretrained', 'trained'] as const)('%s', (state) => {
  test.each(PANELS.map((panel) => [panel.id, panel] as const))('%s shuts nobody out', async (_id, panel) => {
    for (const screen of SCREENS) {
      const lab = fakeLab(world);
      lab[state]();
      await turnTo(screen);
      const shown = await showAlone(panel, lab);
      const where = `${screen.width} pixels, ${screen.scheme}`;
      expect(await seriousViolations(screen), where).toEqual([]);
      await shown.unmount();
    }
  });
});
