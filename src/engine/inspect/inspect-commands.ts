import type { InspectCommands } from '../../protocol/inspect';
import type { EngineParts } from '../engine-parts';
import type { WhileIdle } from '../run/while-idle';
import { yieldToEventLoop } from '../yield-to-event-loop';
import { Interventions } from './interventions';
import { PartReader } from './part-reader';

export function createInspectCommands(parts: EngineParts, whileIdle: WhileIdle): InspectCommands {
  const { emit, network, data, validations } = parts;
  const isCurrent = (weightsVersion: number) => network.current?.weightsVersion === weightsVersion;
  const reader = new PartReader({
    emit,
    validations,
    // Positions in the data before say nothing in others.
    isCurrent: (weightsVersion, asked) => isCurrent(weightsVersion) && asked === data.inUse,
    now: () => performance.now(),
    yieldToEventLoop,
  });
  const interventions = new Interventions({ emit, validations, isCurrent, yieldToEventLoop });
  return {
    read: (part) => whileIdle((inUse, images) => reader.read(part, images, inUse)),
    cancelRead: async () => reader.cancel(),
    edit: (edits) => whileIdle((inUse, images) => interventions.edit(edits, images, inUse)),
  };
}
