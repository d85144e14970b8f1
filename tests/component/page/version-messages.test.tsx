import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { keepPage } from '../../../src/page/offline/keep-page';
import { VersionMessages } from '../../../src/page/VersionMessages';
import { type FakeLab, fakeLab } from '../../fixtures/fake-lab';
import { smallWorld } from '../../fixtures/small-world';
import { renderLab } from '../render-lab';

const world = await smallWorld();
const message = page.getByRole('status');

const show = (lab: FakeLab) =>
  renderLab(
    lab,
    <main tabIndex={-1}>
      <VersionMessages />
    </main>,
  );

test('says that a new version is here, and reloads when a person agrees', async () => {
  const loadNewest = vi.fn();
  const lab = fakeLab(world, { loadNewest });
  await show(lab);
  await expect.element(message).not.toBeInTheDocument();
  lab.actions.tellNewVersion();
  await expect.element(message).toHaveTextContent('A new version is here. Reload to update');
  expect(loadNewest).not.toHaveBeenCalled();
  await page.getByRole('button', { name: 'Reload to update' }).click();
  expect(loadNewest).toHaveBeenCalledTimes(1);
});

test('says while a run is under way that it can go on, and can be put off', async () => {
  const lab = fakeLab(world);
  lab.training();
  await show(lab);
  lab.actions.tellNewVersion();
  await expect.element(message).toHaveTextContent('it can go on from where it stood');
  await page.getByRole('button', { name: 'Later' }).click();
  await expect.element(message).not.toBeInTheDocument();
  expect(document.activeElement?.tagName).toBe('MAIN');
});

test('says that the page is not available offline where there is no room for it', async () => {
  const lab = fakeLab(world);
  await show(lab);
  lab.actions.tellNoRoom();
  await expect.element(message).toHaveTextContent('it is not available offline');
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await expect.element(message).not.toBeInTheDocument();
});

describe('where the browser has no service workers', () => {
  beforeEach(() => {
    vi.spyOn(navigator, 'serviceWorker', 'get').mockReturnValue(undefined as never);
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });
  const serverHas = (entry: string) =>
    vi
      .spyOn(window, 'fetch')
      .mockImplementation(async () => new Response(`<script type="module" src="./assets/${entry}.js">`));

  test('nothing is kept, nothing fails and nothing is said', async () => {
    const complained = vi.spyOn(console, 'error');
    const lab = fakeLab(world);
    lab.ready();
    await show(lab);
    await keepPage(lab.store, lab.actions);
    await expect.element(message).not.toBeInTheDocument();
    expect(complained).not.toHaveBeenCalled();
  });

  test('a part that can not be fetched any more leads to the new version', async () => {
    serverHas('index-another1');
    const lab = fakeLab(world);
    await show(lab);
    await keepPage(lab.store, lab.actions);
    window.dispatchEvent(new Event('vite:preloadError'));
    await expect.element(message).toHaveTextContent('A new version is here. Reload to update');
  });

  test('an engine whose parts are gone leads to the new version', async () => {
    serverHas('index-another1');
    const lab = fakeLab(world);
    lab.ready();
    await show(lab);
    await keepPage(lab.store, lab.actions);
    lab.die('the worker could not be loaded');
    await expect.element(message).toHaveTextContent('A new version is here. Reload to update');
  });

  test('a part that can not be fetched for want of a network does not', async () => {
    const asked = vi.spyOn(window, 'fetch').mockRejectedValue(new TypeError('Failed to fetch'));
    const lab = fakeLab(world);
    await show(lab);
    await keepPage(lab.store, lab.actions);
    window.dispatchEvent(new Event('vite:preloadError'));
    await vi.waitFor(() => expect(asked).toHaveBeenCalled());
    await expect.element(message).not.toBeInTheDocument();
  });
});
