import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { eventually } from '../../../fixtures/eventually';
import { freshBrowser, trained, visit } from './visits';

beforeEach(() => void freshBrowser());
afterEach(() => vi.unstubAllGlobals());

it('says that a later page has taken over as soon as it has, and not that the browser refuses', async () => {
  const lab = await visit();
  expect(lab.state().keeping).toBe('kept');
  (await openDB('digit-lab-kept', 20)).close();
  await eventually(() => expect(lab.state().keeping).toBe('newer'));
  trained(lab);
  lab.actions.keepNetwork();
  await expect(lab.keep.list('network')).rejects.toThrow();
  expect(lab.state().notKept).toBeUndefined();
});

it('keeps what comes after another tab has deleted all that was kept', async () => {
  const lab = await visit();
  await deleteDB('digit-lab-kept');
  trained(lab);
  await eventually(async () => {
    expect(await lab.keep.list('network')).toHaveLength(1);
    expect(await lab.keep.list('record')).toHaveLength(1);
  });
  expect([lab.state().keeping, lab.state().notKept]).toEqual(['kept', undefined]);
});
