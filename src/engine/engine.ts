import type { EngineApi, EngineEvent } from '../protocol/engine-api';
import { ActiveDataset } from './data/active-dataset';
import { createDataCommands } from './data/data-commands';
import { createDataQuestions } from './data/data-questions';
import { startImageMaker } from './data/start-image-maker';
import type { EngineParts } from './engine-parts';
import { createFineTuneCommands } from './fine-tune/fine-tune-commands';
import { EpochArchive } from './history/epoch-archive';
import { createHistoryCommands } from './history/history-commands';
import { LookBack } from './history/look-back';
import { createInspectCommands } from './inspect/inspect-commands';
import { createInspectQuestions } from './inspect/inspect-questions';
import { Interventions } from './inspect/interventions';
import { ValidationCache } from './inspect/validation-cache';
import { ActiveNetwork } from './network/active-network';
import { createNetworkCommands, createNetworkQuestions } from './network/network-commands';
import { ShippedNetwork } from './network/shipped-network';
import { createRateFinderCommands } from './rate-finder/rate-finder-commands';
import { createRunCommands } from './run/run-commands';
import { Training } from './run/training';
import { whileIdle } from './run/while-idle';
import { lookAtMachine } from './speed/look-at-machine';
import { makeOnTrial } from './speed/make-on-trial';
import { QuietWatch } from './speed/quiet-watch';
import { createSpeedCommands } from './speed/speed-commands';
import { SpeedTrials } from './speed/speed-trials';
import { tellOfThreads } from './start-thread';
import { createTakeAwayQuestions } from './take-away/take-away-questions';
import { yieldToEventLoop } from './yield-to-event-loop';

/** The lab's machine room: puts together what holds the data and the network, trains, reads and answers. */
export function createEngine(): EngineApi {
  let port: MessagePort | undefined;
  const emit = (event: EngineEvent) => port?.postMessage(event);
  tellOfThreads(emit);
  const data = new ActiveDataset((dataset) => emit({ type: 'dataset', dataset }));
  const speeds: SpeedTrials = new SpeedTrials({
    emit,
    lookAtMachine,
    make: makeOnTrial,
    images: () => data.inUse?.dataset.train,
    onResult: () => network.tellReadout(),
    now: () => performance.now(),
    yieldToEventLoop,
  });
  const network = new ActiveNetwork(emit, speeds);
  const shipped = new ShippedNetwork(network);
  const maker = startImageMaker();
  const validations = new ValidationCache();
  const archive = new EpochArchive((kept) => emit({ type: 'kept-epochs', kept }));
  const training = new Training({
    ...{ network, maker, emit, validations, archive },
    data: () => data.inUse,
    beforeRun: (settings, stopped) => speeds.beforeRun(settings, stopped),
  });
  const interventions = new Interventions({
    ...{ emit, validations, yieldToEventLoop },
    isCurrent: (weightsVersion) => network.current?.weightsVersion === weightsVersion,
  });
  const lookBack = new LookBack({
    ...{ network, archive, emit },
    isTraining: () => training.isActive,
    editsAreDone: () => interventions.settled(),
  });
  const looking = { archive, lookBack, interventions };
  const parts: EngineParts = {
    emit,
    network,
    data,
    shipped,
    maker,
    validations,
    training,
    speeds,
    ...looking,
  };
  const ifIdle = whileIdle(parts);
  const quiet = new QuietWatch({
    isBusy: () => training.isActive,
    onQuiet: () => void speeds.measureAtLeisure(),
    onCall: () => speeds.leave(),
  });
  return {
    async connect(events) {
      port = events;
    },
    async beat() {},
    ...quiet.watched({
      ...createDataCommands(parts),
      ...createDataQuestions(data),
      ...createNetworkCommands(parts),
      ...createNetworkQuestions(parts),
      ...createRunCommands(training),
      ...createInspectCommands(parts, ifIdle),
      ...createInspectQuestions(parts),
      ...createFineTuneCommands(parts, ifIdle),
      ...createHistoryCommands(parts),
      ...createSpeedCommands(parts),
      ...createRateFinderCommands(parts, ifIdle),
      ...createTakeAwayQuestions(parts),
    }),
  };
}
