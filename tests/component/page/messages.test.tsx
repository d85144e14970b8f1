import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { settingsFromAddress } from '../../../src/model/address';
import { Messages } from '../../../src/page/Messages';
import { NetworkPanel } from '../../../src/panels/network/NetworkPanel';
import { TrainingPanel } from '../../../src/panels/training/TrainingPanel';
import { fakeLab } from '../../fixtures/fake-lab';
import { smallWorld } from '../../fixtures/small-world';
import { renderLab } from '../render-lab';

const world = await smallWorld();
const messages = page.getByRole('status', { name: 'From the address' });
const network = page.getByRole('combobox', { name: 'Network' });

/** What of the page an address decides. */
const openAt = (query: string) =>
  renderLab(
    fakeLab(world, settingsFromAddress(query)),
    <main tabIndex={-1}>
      <Messages />
      <TrainingPanel />
      <NetworkPanel />
    </main>,
  );

test('clamps a value out of range and says so', async () => {
  await openAt('?epochs=100000');
  await expect.element(messages).toHaveTextContent('epochs=100000 is out of range; 100 is used.');
  await expect.element(page.getByRole('textbox', { name: 'Epochs' })).toHaveValue('100');
});

test('an engine that has died again and again is started by a press', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const lab = fakeLab(world);
  while (!lab.store.getState().engineGone) {
    lab.die('out of memory');
    vi.advanceTimersByTime(10_000);
  }
  vi.useRealTimers();
  lab.commands.begin.mockClear();
  await renderLab(
    lab,
    <main tabIndex={-1}>
      <Messages />
    </main>,
  );
  const alert = page.getByRole('alert');
  await expect.element(alert).toHaveTextContent('stopped working again and again (out of memory)');
  await page.getByRole('button', { name: 'Start the engine again' }).click();
  expect(lab.commands.begin).toHaveBeenCalledTimes(1);
  await expect.element(alert).not.toBeInTheDocument();
  await expect.element(page.getByRole('main')).toHaveFocus();
});

test('an engine whose program does not come is told of, with a way out, until it comes', async () => {
  const lab = fakeLab(world);
  await renderLab(lab, <Messages />);
  const late = page.getByText('The engine’s program has not arrived yet.');
  await expect.element(late).not.toBeInTheDocument();
  lab.late(true);
  await expect.element(late).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Reload the page' })).toBeVisible();
  lab.late(false);
  await expect.element(late).not.toBeInTheDocument();
});

test('explains an impossible network and goes on with the default one', async () => {
  await openAt('?net=c8k5-p4-p4-p4-d10');
  await expect.element(messages).toHaveTextContent("The network c8k5-p4-p4-p4-d10 can't be built");
  await expect
    .element(messages)
    .toHaveTextContent('Layer 4 needs maps of at least 4×4, but only 1×1 are left.');
  await expect.element(network).toHaveDisplayValue('One epoch');
});

test.for([
  ['c999k3-d10', '“c999k3” is out of range: filters 1 to 256.'],
  [Array(25).fill('d10').join('-'), 'A network has at most 24 layers; these are 25.'],
])('says of %s what the editor says of it', async ([net, reason]) => {
  await openAt(`?net=${net}`);
  await expect.element(messages).toHaveTextContent(reason as string);
  await network.selectOptions('Custom');
  await page.getByRole('textbox', { name: 'Short notation' }).fill(net as string);
  await expect.element(page.getByText(reason as string).nth(1)).toBeVisible();
});

test('says what is unknown in the address, until it is dismissed', async () => {
  await openAt('?preset=nonesuch&optimizer=magic');
  await expect.element(messages).toHaveTextContent('preset=nonesuch is not known');
  await expect.element(messages).toHaveTextContent('optimizer=magic is not known');
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await expect.element(messages).not.toBeInTheDocument();
  expect(document.activeElement?.tagName).toBe('MAIN');
});

test('says nothing of an address that is taken as it stands', async () => {
  await openAt('?net=c4k3-p2-d10&epochs=3');
  await expect.element(network).toHaveDisplayValue('Custom');
  await expect.element(messages).not.toBeInTheDocument();
});
