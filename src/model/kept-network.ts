import { z } from 'zod';
import { absent } from './absent';
import { count, readings, runState, tensors } from './kept-run';
import { keptSettingsSchema } from './kept-settings';
import { CHOICES } from './settings';
import { areWeightsOf } from './trained-network';

/* What a browser keeps of networks, checked as runs are (kept-run.ts). */

/** What is known of a network without its weights. */
export const aboutNetworkSchema = z.object({
  format: z.literal(1),
  name: z.string(),
  note: z.string(),
  origin: z.enum(['trained', 'changed', 'opened']),
  isPinned: z.boolean(),
  notation: z.string(),
  parameters: count,
  dataset: z.enum(CHOICES.dataset.options),
  accuracy: absent(z.object({ part: z.enum(['test', 'validation']), right: count, images: count })),
});

/** A run or readings of another shape are left out: what a person wants back is the network. */
export const keptNetworkSchema = z.object({
  format: z.literal(1),
  network: z
    .object({ settings: keptSettingsSchema, weights: tensors, trainedBatches: count })
    .refine(({ settings, weights }) => areWeightsOf(settings.network, weights)),
  run: absent(runState).catch(undefined),
  outputNames: absent(z.array(z.string())),
  readings: z.object({ validation: readings.exactOptional(), test: readings.exactOptional() }).catch({}),
});
