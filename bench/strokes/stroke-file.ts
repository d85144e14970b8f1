import { z } from 'zod';

/** A thousand times what a digit needs. */
const MOST_POINTS = 20_000;
const MOST_DIGITS = 100_000;
/** Bytes: a hundred thousand digits of tablets' pens. */
export const FILE_LIMIT = 256 * 2 ** 20;

/** A little beyond the box, as rounding may leave it. */
const coordinate = z.number().min(-0.01).max(1.01);
const strokeSchema = z
  .array(z.tuple([coordinate, coordinate]))
  .min(1)
  .max(MOST_POINTS);

const digitSchema = z.object({
  label: z.number().int().min(0).max(9),
  writer: z.union([z.string().max(200), z.number()]).optional(),
  /** From pen-down to pen-up each, [x, y], y down, in a box whose longest side is 1. */
  strokes: z.array(strokeSchema).min(1).max(1000),
});
const fileSchema = z.array(digitSchema).min(1).max(MOST_DIGITS);

/** A digit that somebody wrote with a pen. */
export type WrittenDigit = z.infer<typeof digitSchema>;

/**
 * @param text - a file's content
 * @throws Error that says where it is not as it should be
 */
export function parseStrokes(text: string): WrittenDigit[] {
  const found = fileSchema.safeParse(parsed(text));
  if (found.success) return found.data;
  const [issue] = found.error.issues;
  throw new Error(`${issue?.path.join('.') || 'the whole'}: ${issue?.message ?? 'not a list of digits'}`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error('no JSON');
  }
}
