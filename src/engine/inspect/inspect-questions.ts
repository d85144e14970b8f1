import { softmax } from '../../metrics/logits';
import { looksLikeDigit } from '../../model/detector';
import type { InspectQuestions } from '../../protocol/inspect';
import type { ActiveDataset, DataInUse } from '../data/active-dataset';
import { areOfOneKind } from '../data/are-of-one-kind';
import type { ActiveNetwork } from '../network/active-network';
import { askNetwork } from '../network/ask-network';
import type { NetworkInUse } from '../network/network-in-use';
import type { NetworkSlot } from '../network/network-slot';
import type { ShippedNetwork } from '../network/shipped-network';
import type { Training } from '../run/training';
import { yieldToEventLoop } from '../yield-to-event-loop';
import { deadUnits } from './dead-units';
import { Inspector } from './inspector';
import { Projector } from './projection/projector';
import { startEmbedding } from './projection/start-embedding';

interface QuestionParts {
  readonly network: Pick<ActiveNetwork, 'inUse'> & { readonly slot: Pick<NetworkSlot, 'isLookingBack'> };
  readonly data: Pick<ActiveDataset, 'inUse'>;
  readonly training: Pick<Training, 'isActive'>;
  readonly shipped: Pick<ShippedNetwork, 'detector'>;
}

/** Answers questions about the network in use, by undefined while there is none. */
export function createInspectQuestions({
  network,
  data,
  training,
  shipped,
}: QuestionParts): InspectQuestions {
  const isInUse = (asked: unknown) => asked === network.inUse;
  const projector = new Projector({ startEmbedding, yieldToEventLoop, isInUse });

  const ask = <T>(question: (inUse: NetworkInUse) => Promise<T>) => askNetwork(network, question);
  const inspect = <T>(question: (inspector: Inspector) => Promise<T>) =>
    ask((inUse) => question(new Inspector(inUse)));
  async function askWithData<T>(question: (inUse: NetworkInUse, images: DataInUse) => Promise<T>) {
    const images = data.inUse;
    return (
      images && ask(async (inUse) => (areOfOneKind(inUse, images) ? question(inUse, images) : undefined))
    );
  }

  return {
    activations: (image) =>
      ask(async ({ runtime, trainedBatches, weightsVersion }) => {
        const layers = await runtime.activations(image);
        const logits = layers[layers.length - 1]?.values;
        return logits && { probabilities: softmax(logits), layers, trainedBatches, weightsVersion };
      }),
    weights: (layers) => inspect((inspector) => inspector.weights(layers)),
    normalisation: (layer) => inspect((inspector) => inspector.normalisation(layer)),
    weightedSums: (image, layer) => inspect((inspector) => inspector.weightedSums(image, layer)),
    attribution: (image, digit) => inspect((inspector) => inspector.attribution(image, digit)),
    deadUnits: () =>
      askWithData(async (inUse, { dataset, split }) => {
        const isWanted = () => !training.isActive && isInUse(inUse);
        if (!isWanted()) return undefined;
        // Hundreds of forward passes.
        await inUse.runtime.ready();
        return deadUnits(inUse, dataset.train, split.validation, yieldToEventLoop, isWanted);
      }),
    projection: (method) =>
      askWithData((inUse, images) =>
        projector.project(inUse, images, method, network.slot.isLookingBack ? 'validation' : 'test'),
      ),
    cancelProjection: async () => projector.cancel(),
    neighbours: (image, count, asker) =>
      askWithData((inUse, images) => projector.neighbours(inUse, images, image, { count, asker })),
    cancelNeighbours: async (asker) => projector.cancelNeighbours(asker),
    async looksLikeDigit(image) {
      const detector = await shipped.detector;
      return detector && looksLikeDigit(detector, image);
    },
  };
}
