import i18next from 'i18next';
import { expect } from 'vitest';
import { RESULT_PANELS, sidePanelsAt } from '../../../src/page/panel-registry';

/** Those at the sides of the page and those of results. */
export const EVERY_PANEL = [
  ...(['top', 'setup', 'network', 'overview', 'draw'] as const).flatMap(sidePanelsAt),
  ...RESULT_PANELS,
];

const WAITING = ['charts.loading', 'app.panelLoading'] as const;

/** A chart is drawn when it comes into sight, a panel fetched when it is opened. */
function yetToCome(): number {
  const waiting = [...document.querySelectorAll('p')].filter(
    (said) => WAITING.some((key) => said.textContent === i18next.t(key)) && said.checkVisibility(),
  );
  waiting[0]?.scrollIntoView();
  return waiting.length;
}

/** A panel is there; its charts, whose places have their size from the first moment on, may be yet to come. */
export async function panelCame(): Promise<void> {
  const isFetched = () =>
    ![...document.querySelectorAll('p')].some((said) => said.textContent === i18next.t('app.panelLoading'));
  await expect.poll(isFetched).toBe(true);
  await new Promise(requestAnimationFrame);
}

/** What stands on top of a chart can't be judged before the chart is drawn, in the colours of the moment. */
export async function chartsDrawn(): Promise<void> {
  // The first one of all waits for Plotly, which a slow and busy machine takes its time to read.
  await expect.poll(yetToCome, { timeout: 200_000 }).toBe(0);
  await expect.poll(() => document.querySelector('[data-pending]')).toBeNull();
  await new Promise(requestAnimationFrame);
}
