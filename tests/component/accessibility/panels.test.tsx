import i18next from 'i18next';
import { afterAll, expect, test } from 'vitest';
import { RESULT_PANELS, sidePanelsAt } from '../../../src/page/panel-registry';
import { fakeLab } from '../../fixtures/fake-lab';
import { smallWorld } from '../../fixtures/small-world';
import { renderLab } from '../render-lab';
import { findings } from './findings';
import { screensFor, turnBack, turnTo } from './screens';
import { MOMENTS } from './states';
import { smallTargets } from './targets';

const PANELS = [
  ...(['top', 'setup', 'network', 'overview', 'draw'] as const).flatMap(sidePanelsAt),
  ...RESULT_PANELS,
];
const moments = Object.entries(MOMENTS);
const looks = PANELS.length * moments.length * screensFor(0).length;
const world = await smallWorld();

afterAll(turnBack);

/** A chart is drawn when it comes into sight. */
const WAITING = ['charts.loading', 'app.panelLoading'] as const;

function chartsToCome(): number {
  const waiting = [...document.querySelectorAll('p')].filter(
    (said) => WAITING.some((key) => said.textContent === i18next.t(key)) && said.checkVisibility(),
  );
  waiting[0]?.scrollIntoView();
  return waiting.length;
}

/** What stands on top of a chart can't be judged before the chart is drawn, in the colours of the moment. */
async function drawn(): Promise<void> {
  // The first one of all waits for Plotly, which a slow and busy machine takes its time to read.
  await expect.poll(chartsToCome, { timeout: 200_000 }).toBe(0);
  await expect.poll(() => document.querySelector('[data-pending]')).toBeNull();
  await new Promise(requestAnimationFrame);
}

test.each(PANELS.map((panel, p) => ({ ...panel, p })))(
  `$id shuts nobody out (of ${looks} looks at panels)`,
  async ({ Component, p }) => {
    const lab = fakeLab(world);
    await renderLab(
      lab,
      // On what panels stand on in the page, against which their colours are to contrast.
      <main style={{ background: 'var(--surface)' }}>
        <Component />
      </main>,
    );
    for (const [m, [moment, reach]] of moments.entries()) {
      reach(lab);
      for (const screen of screensFor(p * moments.length + m)) {
        await turnTo(screen);
        await drawn();
        const where = `${moment}, ${screen.theme}, ${screen.language}, ${screen.width} pixels`;
        expect.soft([...(await findings()), ...smallTargets()], where).toEqual([]);
      }
    }
  },
);
