import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { eventually } from '../../../fixtures/eventually';
import { networkTold } from '../told';
import { freshBrowser, opened, trained, visit } from './visits';

beforeEach(() => void freshBrowser());
afterEach(() => vi.unstubAllGlobals());

it('brings no network back that a reset has overtaken as it was opened', async () => {
  const before = await visit();
  trained(before);
  await eventually(() => expect(before.state().networks).toHaveLength(1));
  const after = await visit();
  await eventually(() => expect(after.commands.openNetwork).toHaveBeenCalledTimes(1));
  opened(after);
  after.commands.openNetwork.mockResolvedValueOnce(false);
  await after.actions.loadNetwork('a');
  await eventually(() => expect(after.commands.openNetwork).toHaveBeenCalledTimes(2));
  after.emit(networkTold());
  await eventually(async () => expect(await after.keep.list('in-use')).toEqual([]));
});
