import { z } from 'zod';
import { PROBLEM_CODES } from './dataset.ts';

const text = z.string().max(1000);
const count = z.number().int().nonnegative();

/** What a server says about the data that it has to give: `data/mnist/manifest.json` beside the page. */
const manifestSchema = z.object({
  /** `loading`: the server is fetching the files itself; ask again. */
  state: z.enum(['ready', 'loading', 'missing']),
  /** Bytes, of the server's own transfer. */
  received: count,
  total: count,
  /** What the server tried in vain. */
  problems: z
    .array(
      z.object({
        code: z.enum(PROBLEM_CODES),
        file: text,
        field: text.exactOptional(),
        source: text,
        found: text.exactOptional(),
        wanted: text.exactOptional(),
      }),
    )
    .max(100),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** Below the page's own folder. */
export const DATA_FOLDER = 'data/mnist/';
export const MANIFEST_NAME = 'manifest.json';

/** @returns undefined for anything that is not a manifest, such as the page's HTML in place of a missing file */
export function parseManifest(json: string): Manifest | undefined {
  try {
    return manifestSchema.safeParse(JSON.parse(json)).data;
  } catch {
    return undefined;
  }
}
