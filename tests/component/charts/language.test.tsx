import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { Chart, type ChartTexts } from '../../../src/charts/Chart';
import type { DrawFigure } from '../../../src/charts/figure';
import { SHARES } from '../../../src/charts/number-locale';
import { VisChart } from '../../../src/charts/VisChart';
import type { DrawVis } from '../../../src/charts/vis-drawing';
import { fakeLab } from '../../fixtures/fake-lab';
import { smallWorld } from '../../fixtures/small-world';
import { renderLab } from '../render-lab';

const texts: ChartTexts = {
  loading: '…',
  failed: 'failed',
  retry: 'again',
  save: { menu: () => 'save', png: 'PNG', svg: 'SVG', failed: 'failed' },
  table: { open: 'table', thinned: () => '', Foot: () => null },
} as unknown as ChartTexts;
const shares: DrawFigure = () => ({
  data: [{ type: 'scatter', x: [0, 0.5], y: [0.995, 1], name: 'share' }],
  layout: { yaxis: { tickvals: [0.995, 1], tickformat: SHARES.trimmed }, xaxis: { tickvals: [0.5] } },
});
const bars: DrawVis = () => ({
  kind: 'bars',
  xLabel: 'x',
  yLabel: 'y',
  colour: 'rgb(0, 0, 0)',
  bars: [
    { at: -0.5, height: 0.1 },
    { at: 1.5, height: 0.25 },
  ],
});
const ticksIn = (name: string) => () =>
  [...page.getByRole('img', { name }).element().querySelectorAll('text')].map((one) => one.textContent);

afterEach(() => {
  document.documentElement.lang = 'en';
});

test('both charting libraries write numbers in the language of the page, and so do their tables', async () => {
  document.documentElement.lang = 'ru';
  const show = (figure: DrawFigure) => (
    <>
      <Chart
        {...{ figure, texts }}
        label="shares"
        summary=""
        height="200px"
        columns={{ x: 'x', y: { share: 'share' }, hasShares: true }}
      />
      <VisChart draw={bars} texts={texts} label="bars" summary="" height="200px" />
    </>
  );
  const lab = fakeLab(await smallWorld());
  const { rerender } = await renderLab(lab, show(shares));
  await expect
    .poll(ticksIn('shares'), { timeout: 20_000 })
    .toEqual(expect.arrayContaining(['99,5\u00a0%', '100\u00a0%', '0,5']));
  await expect.poll(ticksIn('bars')).toEqual(expect.arrayContaining(['−0,5', '1,5', '0,25']));
  for (const fold of document.querySelectorAll('details')) fold.open = true;
  await expect.element(page.getByRole('cell', { name: '99,5\u00a0%' })).toBeVisible();

  document.documentElement.lang = 'en';
  await rerender(show((theme) => shares(theme)));
  await expect.poll(ticksIn('shares')).toEqual(expect.arrayContaining(['99.5\u00a0%', '0.5']));
});
