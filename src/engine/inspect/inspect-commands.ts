import type { InspectCommands } from '../../protocol/inspect';
import { areOfOneKind } from '../data/are-of-one-kind';
import type { EngineParts } from '../engine-parts';
import type { WhileIdle } from '../run/while-idle';
import { yieldToEventLoop } from '../yield-to-event-loop';
import { PartReader } from './part-reader';

export function createInspectCommands(parts: EngineParts, whileIdle: WhileIdle): InspectCommands {
  const { emit, network, data, validations, interventions } = parts;
  const reader = new PartReader({
    emit,
    validations,
    // Positions in the data before say nothing in others.
    isCurrent: (weightsVersion, asked) =>
      network.current?.weightsVersion === weightsVersion && asked === data.inUse,
    now: () => performance.now(),
    yieldToEventLoop,
  });
  const whileReadable: WhileIdle = (work) =>
    whileIdle((inUse, images) => (areOfOneKind(inUse, images) ? work(inUse, images) : Promise.resolve()));
  return {
    read: (part) =>
      whileReadable(async (inUse, images) => {
        // Whoever could score past epochs on the test images would choose one by them.
        if (part === 'test' && network.slot.isLookingBack) return;
        await reader.read(part, images, inUse);
      }),
    cancelRead: async () => reader.cancel(),
    edit: (edits) =>
      whileReadable((inUse, images) =>
        network.slot.isLookingBack ? Promise.resolve() : interventions.edit(edits, images, inUse),
      ),
  };
}
