import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { PageBoundary } from '../../../src/page/PageBoundary';
import type { KeepStore } from '../../../src/state/keeping/keep-store';
import { fakeLab } from '../../fixtures/fake-lab';
import { smallWorld } from '../../fixtures/small-world';
import { renderLab } from '../render-lab';

const world = await smallWorld();
const alert = page.getByRole('alert');

const STORE: KeepStore = {
  list: async () => [],
  read: async () => undefined,
  setAside: async () => undefined,
  put: async () => undefined,
  describe: async () => true,
  remove: async () => undefined,
  space: async () => undefined,
  onChange: () => undefined,
  onNewer: () => undefined,
};

function Fragile() {
  const [isBroken, setBroken] = useState(false);
  if (isBroken) throw new TypeError('a part that is missing');
  return (
    <button type="button" onClick={() => setBroken(true)}>
      Break
    </button>
  );
}

/** The page of a lab breaks. */
async function breaks(lab: ReturnType<typeof fakeLab>) {
  // React tells of what it has caught.
  const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  await renderLab(
    lab,
    <PageBoundary>
      <Fragile />
    </PageBoundary>,
  );
  await page.getByRole('button', { name: 'Break' }).click();
  await expect.element(alert).toHaveTextContent('The page has broken down');
  told.mockRestore();
}

test('a broken page says what went wrong, and pauses the run, which is kept', async () => {
  const lab = fakeLab(world, { keepStore: Promise.resolve(STORE) });
  lab.training();
  await breaks(lab);
  await expect.element(alert).toHaveTextContent('paused and kept in this browser');
  expect(lab.commands.pause).toHaveBeenCalled();
  await expect.element(page.getByRole('button', { name: 'Reload the page' })).toBeVisible();
  await page.getByText('What went wrong').click();
  await expect.element(page.getByText('TypeError: a part that is missing')).toBeVisible();
});

test('a broken page lets a run go on that the browser does not keep, and says so', async () => {
  const lab = fakeLab(world, { keepStore: Promise.reject(new Error('blocked')) });
  lab.training();
  await breaks(lab);
  await expect.element(alert).toHaveTextContent('can’t be kept in this browser');
  expect(lab.commands.pause).not.toHaveBeenCalled();
});

test('a broken page says nothing of a run where there is none', async () => {
  const lab = fakeLab(world);
  lab.ready();
  await breaks(lab);
  await expect.element(alert).not.toHaveTextContent(/[Tt]he run/);
});
