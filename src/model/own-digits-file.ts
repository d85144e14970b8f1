import { z } from 'zod';
import {
  bytesToText,
  IMAGE_TEXT,
  MOST_OWN_DIGITS,
  type OwnDigit,
  ownDigitId,
  textToBytes,
} from './own-digit';
import { fittingStrokes, STROKE_LIMITS } from './own-strokes';

const FORMAT = 'digit-lab-own-digits';
const VERSION = 1;

/** Bytes of a file: 1,000 digits with the longest strokes that are written come to less. */
export const LARGEST_FILE = 16_000_000;
/** Digits that are checked at a time. */
const CHUNK = 50;

const FAR = STROKE_LIMITS.far;

const imageText = z
  .string()
  .length(IMAGE_TEXT)
  .regex(/^[A-Za-z0-9+/]+={2}$/);

const strokeSchema = z.strictObject({
  points: z
    .array(
      z.strictObject({
        x: z.number().min(-FAR).max(FAR),
        y: z.number().min(-FAR).max(FAR),
        weight: z.number().min(0).max(10).exactOptional(),
      }),
    )
    .min(1)
    .max(STROKE_LIMITS.points),
  width: z.number().positive().max(280),
  erases: z.boolean().exactOptional(),
});

const digitSchema = z.strictObject({
  label: z.int().min(0).max(9),
  date: z.iso.datetime(),
  strokes: z.array(strokeSchema).max(STROKE_LIMITS.strokes),
  print: imageText.exactOptional(),
  image: imageText.refine((text) => /[^A=]/.test(text), { error: 'empty' }),
});

const headSchema = z.looseObject({ format: z.literal(FORMAT), version: z.int() });
const bodySchema = z.object({ digits: z.array(z.unknown()).max(MOST_OWN_DIGITS) });

/** Why a file is refused, with what a sentence about it needs. */
export type OwnFileProblem =
  | { readonly code: 'too-large' | 'not-json' | 'other-format' | 'too-many' | 'no-digits' }
  | { readonly code: 'other-version'; readonly version: number }
  /** `digit` from 1; `field` as a path: 'strokes.0.width'; '' where it is no digit at all. */
  | { readonly code: 'bad-digit'; readonly digit: number; readonly field: string };

type OwnFileReading =
  | { readonly ok: true; readonly digits: readonly OwnDigit[] }
  | { readonly ok: false; readonly problem: OwnFileProblem };

/** A person's digits as a file: JSON, images as base64 of their 784 bytes, points to a hundredth of a pixel. */
export function ownDigitsFile(digits: readonly OwnDigit[]): string {
  const written = digits.map(({ label, date, strokes, print, image }) => ({
    label,
    date,
    strokes: fittingStrokes(strokes),
    ...(print && { print: bytesToText(print) }),
    image: bytesToText(image),
  }));
  return `${JSON.stringify({ format: FORMAT, version: VERSION, digits: written })}\n`;
}

/**
 * Reads such a file, which anyone may have made: all of its digits, or why not.
 * @param yieldToEventLoop - called between pieces of the work
 */
export async function readOwnDigitsFile(
  text: string,
  yieldToEventLoop: () => Promise<void>,
): Promise<OwnFileReading> {
  if (text.length > LARGEST_FILE) return refused({ code: 'too-large' });
  const json = parsed(text);
  if (json === undefined) return refused({ code: 'not-json' });
  const head = headSchema.safeParse(json);
  if (!head.success) return refused({ code: 'other-format' });
  if (head.data.version !== VERSION) return refused({ code: 'other-version', version: head.data.version });
  const body = bodySchema.safeParse(json);
  if (!body.success) {
    const isLong = body.error.issues.some(({ code }) => code === 'too_big');
    return refused({ code: isLong ? 'too-many' : 'other-format' });
  }
  if (body.data.digits.length === 0) return refused({ code: 'no-digits' });
  const digits: OwnDigit[] = [];
  for (const [i, given] of body.data.digits.entries()) {
    if (i % CHUNK === 0) await yieldToEventLoop();
    const digit = digitSchema.safeParse(given);
    if (!digit.success) {
      const field = digit.error.issues[0]?.path.join('.') ?? '';
      return refused({ code: 'bad-digit', digit: i + 1, field });
    }
    digits.push(ownDigit(digit.data));
  }
  return { ok: true, digits };
}

function ownDigit({ image: text, print, ...rest }: z.infer<typeof digitSchema>): OwnDigit {
  const image = textToBytes(text);
  return { id: ownDigitId(image), ...rest, image, ...(print !== undefined && { print: textToBytes(print) }) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const refused = (problem: OwnFileProblem): OwnFileReading => ({ ok: false, problem });
