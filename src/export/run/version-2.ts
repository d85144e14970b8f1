import { z } from 'zod';
import { properNames } from '../../model/class-names';
import { CLASS_LIMITS } from '../../model/network';
import { version1 } from './version-1';

/* The second version says what the classes of the data are called, where they are not the digits; all else is as it was. */

const LONGEST_NAME = 100;
const runOfThen = version1.shape.run.shape;

const namesSchema = z
  .array(z.string().max(LONGEST_NAME))
  .min(CLASS_LIMITS[0])
  .max(CLASS_LIMITS[1])
  .transform((names) => properNames(names, names.length));

const dataSchema = z
  .strictObject({
    official: z.boolean(),
    areDigits: z.boolean(),
    classNames: namesSchema.optional(),
    train: z.number().int().min(0).max(1e9),
  })
  .refine(({ areDigits, classNames }) => !areDigits || !classNames, 'digits that are called something else');

export const version2 = version1.extend({
  version: z.literal(2),
  run: z.strictObject({
    ...runOfThen,
    data: dataSchema.optional().transform((value) => value as z.output<typeof dataSchema> | undefined),
  }),
});
