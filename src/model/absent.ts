import type { z } from 'zod';

/** What JSON has no word for, it leaves out. */
export const absent = <Schema extends z.ZodType>(schema: Schema) =>
  schema.optional().transform((value) => value as z.output<Schema> | undefined);
