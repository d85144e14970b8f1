import { addressFromSettings } from '../../../model/address';
import { type Lesson, lessonSchema } from '../../../model/lesson';
import { LONGEST_CODE, lessonCode } from '../../../model/lesson-link';
import { INITIAL_SETTINGS, type Settings } from '../../../model/settings';

/** What has to be written before there is a lesson. */
const NEEDED = ['title', 'task', 'question', 'choices', 'goal'] as const;
type Needed = (typeof NEEDED)[number];

type Made =
  | { readonly ok: true; readonly lesson: Lesson; readonly code: string }
  /** Where nothing is missing it is too long, by so many characters. */
  | { readonly ok: false; readonly missing: readonly Needed[]; readonly over: number };

/** The lesson of a draft with these settings, and what stands for it in an address. */
export function linkOf(draft: Lesson, settings: Settings): Made {
  const { backend, trainStep, workers } = INITIAL_SETTINGS;
  const configuration = addressFromSettings({ ...settings, backend, trainStep, workers });
  const read = lessonSchema.safeParse({ ...draft, configuration });
  if (!read.success) {
    const places = read.error.issues.map(({ path }) => (path.includes('choices') ? 'choices' : path[0]));
    return { ok: false, missing: NEEDED.filter((name) => places.includes(name)), over: 0 };
  }
  const code = lessonCode(read.data);
  if (code.length > LONGEST_CODE) return { ok: false, missing: [], over: code.length - LONGEST_CODE };
  return { ok: true, lesson: read.data, code };
}
