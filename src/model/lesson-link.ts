import { type Lesson, lessonSchema } from './lesson';

/** Longer addresses are cut by some of what they are sent through; servers refuse 8 kB. */
export const LONGEST_CODE = 6000;

/** Why what stands in an address is no lesson. */
export type LessonProblem = 'too-long' | 'damaged' | 'not-a-lesson';

type LessonReading =
  | { readonly ok: true; readonly lesson: Lesson }
  | { readonly ok: false; readonly problem: LessonProblem };

/** What stands behind `lesson=` in an address: JSON in UTF-8 in base64url, which no messenger changes. */
export function lessonCode(lesson: Lesson): string {
  const bytes = new TextEncoder().encode(JSON.stringify(lesson));
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** Reads that back. Whatever it is given, it answers. */
export function lessonFromCode(code: string): LessonReading {
  if (code.length > LONGEST_CODE) return { ok: false, problem: 'too-long' };
  const given = jsonOf(code);
  if (given === undefined) return { ok: false, problem: 'damaged' };
  const read = lessonSchema.safeParse(given);
  return read.success ? { ok: true, lesson: read.data } : { ok: false, problem: 'not-a-lesson' };
}

/** @returns undefined where it is no JSON in base64url */
function jsonOf(code: string): unknown {
  if (!/^[\w-]+$/.test(code)) return undefined;
  try {
    const bytes = atob(code.replaceAll('-', '+').replaceAll('_', '/'));
    const text = Uint8Array.from(bytes, (byte) => byte.charCodeAt(0));
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(text));
  } catch {
    return undefined;
  }
}
