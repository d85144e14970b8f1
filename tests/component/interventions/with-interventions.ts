import { Interventions } from '../../../src/engine/inspect/interventions';
import { ValidationCache } from '../../../src/engine/inspect/validation-cache';
import type { FakeLab } from '../../fixtures/fake-lab';
import type { SmallWorld } from '../../fixtures/small-world';

/** Edits are put in force on the world's own network, and told, as the engine does. */
export function withInterventions(lab: FakeLab, { data, network }: SmallWorld): void {
  const interventions = new Interventions({
    emit: lab.emit,
    yieldToEventLoop: () => new Promise((resolve) => setTimeout(resolve)),
    validations: new ValidationCache(),
    isCurrent: (version) => version === network.weightsVersion,
  });
  lab.commands.edit.mockImplementation(async (edits) => interventions.edit(edits, data, network));
}
