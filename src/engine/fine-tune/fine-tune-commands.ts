import type { FineTuneCommands, FineTuneQuestions } from '../../protocol/fine-tune';
import { areOfOneKind } from '../data/are-of-one-kind';
import type { EngineParts } from '../engine-parts';
import { askNetwork } from '../network/ask-network';
import type { WhileIdle } from '../run/while-idle';
import { yieldToEventLoop } from '../yield-to-event-loop';
import { FineTuner } from './fine-tuner';
import { readImages } from './read-images';

export function createFineTuneCommands(
  parts: EngineParts,
  whileIdle: WhileIdle,
): FineTuneCommands & FineTuneQuestions {
  const { emit, network, maker, validations } = parts;
  const tuner = new FineTuner({
    emit,
    maker,
    validations,
    cloneStep: (...given) => network.cloneStep(...given),
    isInUse: (asked) => asked === network.current,
    yieldToEventLoop,
    now: () => performance.now(),
  });
  return {
    fineTune: (learnt, heldOut) =>
      whileIdle(async (inUse, images) => {
        if (learnt.labels.length === 0 || images.dataset.classNames || network.slot.isLookingBack) return;
        if (!areOfOneKind(inUse, images)) return;
        await tuner.run({ learnt, heldOut }, images, inUse);
      }),
    cancelFineTuning: async () => tuner.cancel(),
    async keepFineTuned() {
      if (network.current) tuner.keep(network.current);
    },
    async takeBackFineTuned() {
      if (network.current) tuner.takeBack(network.current);
    },
    readImages: (images) => askNetwork(network, (inUse) => readImages(inUse, images)),
  };
}
