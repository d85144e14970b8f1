import { loadMnist } from '../data/load-mnist';
import { loadPretrained } from '../data/load-pretrained';
import { readFiles } from '../data/read-files';
import type { Detector } from '../model/pretrained';
import { type DigitOptions, isSameNetwork, type Settings, settingsSchema } from '../model/settings';
import type { EngineApi, EngineEvent } from '../protocol/engine-api';
import { rejectOnDeviceLoss } from './backend/reject-on-device-loss';
import { ActiveDataset, type DataInUse, type DataSource } from './data/active-dataset';
import { datasetCache } from './data/dataset-cache';
import { decodePictures } from './data/decode-pictures';
import { FilePreviews, namedDataset } from './data/file-previews';
import { GivenFiles } from './data/given-files';
import { startImageMaker } from './data/start-image-maker';
import { syntheticDataset } from './data/synthetic-dataset';
import { FineTuner } from './fine-tune/fine-tuner';
import { createInquiries } from './inspect/inquiries';
import { Interventions } from './inspect/interventions';
import { PartReader } from './inspect/part-reader';
import { ActiveNetwork, type NetworkInUse } from './network/active-network';
import { Training } from './run/training';
import { yieldToEventLoop } from './yield-to-event-loop';

/** Data wait for the network that ships at most so long. */
const DATA_WAIT_MS = 2000;

/** The lab's machine room: puts together what holds the data and the network, trains, reads and answers. */
export function createEngine(): EngineApi {
  let port: MessagePort | undefined;
  const emit = (event: EngineEvent) => port?.postMessage(event);
  const network = new ActiveNetwork(emit);
  const reader = new PartReader({ emit, now: () => performance.now(), yieldToEventLoop: yieldToEventLoop });
  const data = new ActiveDataset((dataset) => {
    // Positions in the data before say nothing in others.
    if (dataset.status === 'ready' && dataset.refused === undefined) reader.cancel();
    emit({ type: 'dataset', dataset });
  });
  const reading = { decode: decodePictures, yieldToEventLoop: yieldToEventLoop };
  const given = new GivenFiles();
  const previews = new FilePreviews({
    read: (files, options) => readFiles(files, { ...reading, ...options }),
    tell: (preview) => emit({ type: 'file-preview', preview }),
    use: (dataset) => data.use('files', { dataset, problems: [] }),
  });
  const interventions = new Interventions({
    emit,
    yieldToEventLoop: yieldToEventLoop,
    cancelRead: () => reader.cancel(),
  });
  /** The weights are about to become others. */
  const endReading = () => {
    reader.cancel();
    interventions.forget();
    fineTuner.forget();
  };
  const maker = startImageMaker();
  const training = new Training({
    network,
    maker,
    data: () => data.inUse,
    emit,
    onStart: endReading,
    onRead: (...seen) => interventions.saw(...seen),
  });

  const fineTuner = new FineTuner({
    emit,
    maker,
    cloneStep: (...given) => network.beside(...given),
    isInUse: (asked) => asked === network.inUse,
    onChange: () => {
      reader.cancel();
      interventions.forget();
    },
    onChanged: (checkpoint, readings, tuned) => {
      training.relearn(checkpoint);
      if (tuned.data === data.inUse) interventions.saw(readings, tuned.data, tuned.network);
    },
    yieldToEventLoop: yieldToEventLoop,
    now: () => performance.now(),
  });

  const synthetic =
    (options: DigitOptions): DataSource =>
    async (onProgress, isWanted) => {
      await dataMayCome;
      return { dataset: await syntheticDataset(options, maker, onProgress, isWanted), problems: [] };
    };

  /** Work on a trained network, which no run may use at the same time. */
  async function whileIdle(
    work: (inUse: NetworkInUse, images: DataInUse) => Promise<unknown>,
  ): Promise<void> {
    const inUse = network.inUse;
    if (training.isActive || !inUse || !data.inUse) return;
    // What is asked for in vain throws here: no device is to blame for it.
    const done = work(inUse, data.inUse);
    try {
      await rejectOnDeviceLoss(inUse, done);
    } catch (error) {
      // A network that was given up meanwhile took its workers with it: the one in its place is sound.
      if (inUse === network.inUse) await training.rescue(error);
    }
  }

  let knowDetector: (detector: Detector | undefined) => void = () => undefined;
  const detector = new Promise<Detector | undefined>((resolve) => {
    knowDetector = resolve;
  });

  async function reset(settings: Settings): Promise<void> {
    if (training.isActive) return;
    endReading();
    training.forget();
    const built = await network.build(settingsSchema.parse(settings), data.inUse?.dataset.train);
    if (built && !training.isActive) emit({ type: 'phase', phase: 'idle' });
  }

  /**
   * Data take the thread for most of a second when they are unpacked or drawn: not while a newcomer's first drawing waits
   * to be read.
   */
  let letDataCome: () => void = () => undefined;
  const dataMayCome = new Promise<void>((resolve) => {
    letDataCome = resolve;
  });

  /** @returns false where it is of another network, or could not be had */
  async function takePretrained(base: string, settings: Settings): Promise<boolean> {
    try {
      const pretrained = await loadPretrained(base, fetch.bind(globalThis));
      knowDetector(pretrained.detector);
      return isSameNetwork(pretrained.card.settings, settings) && (await network.adopt(pretrained, settings));
    } catch {
      // A copy of the page without these files has an untrained network, as any page had before.
      knowDetector(undefined);
      return false;
    }
  }

  return {
    async connect(events) {
      port = events;
    },
    async loadMnist(base, instead) {
      const wasHad = await data.load('mnist', async (onProgress) => {
        await dataMayCome;
        return loadMnist({ base, fetch: fetch.bind(globalThis), cache: datasetCache, onProgress });
      });
      if (!wasHad) await data.loadInstead('synthetic', synthetic(instead));
    },
    async loadSynthetic(options) {
      await data.load('synthetic', synthetic(options));
    },
    giveFiles: async (files, before) => given.add(files, before),
    previewFiles: (files, before) => previews.read(given.whole(files, before)),
    usePreview: async (classNames) => previews.use(classNames),
    cancelPreview: async () => previews.cancel(),
    async loadFiles(files, before, classNames) {
      const all = given.whole(files, before);
      await data.load('files', async () => {
        const { dataset } = await readFiles(all, reading);
        return { dataset: namedDataset(dataset, classNames), problems: [] };
      });
    },
    async begin(base, given) {
      const settings = settingsSchema.parse(given);
      const patience = setTimeout(letDataCome, DATA_WAIT_MS);
      const isReady = await takePretrained(base, settings);
      clearTimeout(patience);
      letDataCome();
      if (isReady) emit({ type: 'phase', phase: 'idle' });
      else await reset(settings);
    },
    reset,
    train: async (settings) => training.train(settings),
    pause: async () => training.pause(),
    resume: async () => training.resume(),
    step: async (settings) => training.step(settings),
    stop: () => training.stop(),
    read: (part) => whileIdle((inUse, images) => reader.read(part, images, inUse)),
    cancelRead: async () => reader.cancel(),
    edit: (edits) => whileIdle((inUse, images) => interventions.edit(edits, images, inUse)),
    fineTune: (learnt, heldOut) =>
      whileIdle(async (inUse, images) => {
        if (learnt.labels.length === 0 || images.dataset.classNames) return;
        await fineTuner.run({ learnt, heldOut }, images, inUse);
      }),
    cancelFineTuning: async () => fineTuner.cancel(),
    keepFineTuned: async () => fineTuner.keep(),
    takeBackFineTuned: async () => fineTuner.takeBack(),
    ...createInquiries({
      data: () => data.inUse,
      network: () => network.inUse,
      isTraining: () => training.isActive,
      detector: () => detector,
    }),
  };
}
