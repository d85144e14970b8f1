import type { HistoryCommands } from '../../protocol/history';
import type { EngineParts } from '../engine-parts';

export const createHistoryCommands = ({
  archive,
  lookBack,
}: Pick<EngineParts, 'archive' | 'lookBack'>): HistoryCommands => ({
  lookBack: (moment) => lookBack.to(moment),
  lookAtPresent: async () => lookBack.toPresent(),
  forgetRun: async (run) => archive.forget(run),
});
