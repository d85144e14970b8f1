import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { formatNetwork } from '../../../src/model/notation';
import { changesToPreset, PRESET_IDS } from '../../../src/model/presets';
import { NetworkPanel } from '../../../src/panels/network/NetworkPanel';
import { fakeLab } from '../../fixtures/fake-lab';
import { network } from '../../fixtures/networks';
import { smallWorld } from '../../fixtures/small-world';
import { renderLab } from '../render-lab';

const world = await smallWorld();
/** Of the settings column, on the narrowest screen on which it stands beside the results. */
const WIDTH = 280;

const LONG = Array.from({ length: 20 }, () => 'c128k3s1same')
  .join('-')
  .concat('-g-d10');
const networks = [
  ...PRESET_IDS.map((id) => [id, changesToPreset(id, world.settings).network ?? []] as const),
  ['custom', network('c8k3-p2-d64-d10')] as const,
  ['long', network(LONG)] as const,
];

test.for(networks)('%s leaves every field inside the card, and cuts its notation', async ([, layers]) => {
  await page.viewport(1024, 800);
  const lab = fakeLab(world, { settings: { network: [...layers] } });
  const { container } = await renderLab(
    lab,
    <div style={{ width: WIDTH }}>
      <NetworkPanel />
    </div>,
  );
  lab.ready();
  const summary = container.querySelector('summary');
  if (container.querySelector('details')?.open) summary?.click();
  await expect.element(page.getByText(formatNetwork(layers), { exact: true })).toBeVisible();
  const notation = container.querySelector('summary small') as HTMLElement;
  if (formatNetwork(layers).length > 60) expect(notation.scrollWidth).toBeGreaterThan(notation.clientWidth);
  const card = container.firstElementChild as HTMLElement;
  const { right } = card.getBoundingClientRect();
  for (const one of container.querySelectorAll('select, input, summary, summary small, p')) {
    expect(one.getBoundingClientRect().right, one.outerHTML.slice(0, 90)).toBeLessThanOrEqual(right);
  }
});
