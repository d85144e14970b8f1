import { z } from 'zod';

/** How far the page, and what scrolls in it by itself, was scrolled when the page was left. */
export interface ScrollPlace {
  /** Of the page, as it was left. */
  readonly address: string;
  /** CSS pixels from the top, by selector. */
  readonly tops: Readonly<Record<string, number>>;
}

const scrollPlaceSchema: z.ZodType<ScrollPlace> = z.strictObject({
  address: z.string(),
  tops: z.record(z.string(), z.number().nonnegative()),
});

/** What a browser kept; undefined for what does not read as a place. */
export const scrollPlaceFrom = (kept: unknown): ScrollPlace | undefined =>
  scrollPlaceSchema.safeParse(kept).data;
