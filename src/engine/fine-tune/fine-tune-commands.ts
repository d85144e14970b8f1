import type { EngineEvent } from '../../protocol/engine-api';
import type { FineTuneCommands, FineTuneQuestions } from '../../protocol/fine-tune';
import type { ImageMaker } from '../data/image-maker';
import type { ValidationCache } from '../inspect/validation-cache';
import type { ActiveNetwork } from '../network/active-network';
import { askNetwork } from '../network/ask-network';
import type { WhileIdle } from '../run/while-idle';
import { yieldToEventLoop } from '../yield-to-event-loop';
import { FineTuner } from './fine-tuner';
import { readImages } from './read-images';

interface FineTuneParts {
  readonly emit: (event: EngineEvent) => void;
  readonly network: ActiveNetwork;
  readonly maker: ImageMaker;
  readonly validations: ValidationCache;
}

export function createFineTuneCommands(
  parts: FineTuneParts,
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
        if (learnt.labels.length === 0 || images.dataset.classNames) return;
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
