import { loadMnist } from '../../data/load-mnist';
import { readFiles, readGiven, understandFiles } from '../../data/read-files';
import type { DigitOptions } from '../../model/settings';
import type { DataCommands } from '../../protocol/data/data';
import type { EngineParts } from '../engine-parts';
import { yieldToEventLoop } from '../yield-to-event-loop';
import type { DataSource } from './active-dataset';
import { datasetCache } from './dataset-cache';
import { decodePictures } from './decode-pictures';
import { FilePreviews, namedDataset } from './file-previews';
import { GivenFiles } from './given-files';
import { syntheticDataset } from './synthetic-dataset';

export function createDataCommands({ emit, data, maker, shipped }: EngineParts): DataCommands {
  const reading = { decode: decodePictures, yieldToEventLoop };
  const given = new GivenFiles();
  const previews = new FilePreviews({
    read: (files, options, set) => readGiven(files, { ...reading, ...options }, set),
    understand: (read, adjustments) => understandFiles(read, adjustments, reading),
    tell: (preview) => emit({ type: 'file-preview', preview }),
    use: (dataset) => data.use('files', { dataset, problems: [] }),
  });

  const synthetic =
    (options: DigitOptions): DataSource =>
    async (onProgress, isWanted) => {
      await shipped.dataMayCome;
      return { dataset: await syntheticDataset(options, maker, onProgress, isWanted), problems: [] };
    };

  return {
    async loadMnist(base, instead) {
      const wasHad = await data.load('mnist', async (onProgress) => {
        await shipped.dataMayCome;
        return loadMnist({ base, fetch: fetch.bind(globalThis), cache: datasetCache, onProgress });
      });
      if (!wasHad) await data.loadInstead('synthetic', synthetic(instead));
    },
    async loadSynthetic(options) {
      await data.load('synthetic', synthetic(options));
    },
    giveFiles: async (files, before) => given.add(files, before),
    previewFiles: (files, before) => previews.read(given.whole(files, before)),
    adjustPreview: (adjustments) => previews.adjust(adjustments),
    usePreview: async (classNames) => previews.use(classNames),
    cancelPreview: async () => previews.cancel(),
    async loadFiles(files, before, classNames, adjustments) {
      const all = given.whole(files, before);
      await data.load('files', async () => {
        const { dataset, classes } = await readFiles(all, reading, adjustments);
        return { dataset: namedDataset(dataset, classes, classNames), problems: [] };
      });
    },
  };
}
