import { type AddressNote, addressKey, isWhole, LESSON_KEY, settingsFromAddress } from '../model/address';
import { LESSON_CONTROLS, type Lesson } from '../model/lesson';
import { lessonFromCode } from '../model/lesson-link';
import {
  isReadyLesson,
  type LessonTexts,
  lessonWith,
  type ReadyLessonId,
} from '../model/lessons/ready-lessons';
import { formatNetwork } from '../model/notation';
import { differIn, effectOf, type SettingName, type Settings } from '../model/settings';
import { controlOf } from '../state/lessons/lesson-selectors';
import type { StartLesson } from '../state/lessons/open-lesson';

interface Start {
  readonly settings: Settings;
  readonly notes: readonly AddressNote[];
  /** Undefined where the address has none that can be read. */
  readonly lesson: StartLesson | undefined;
}

/**
 * What the page begins with where its address has a lesson: what the lesson locks or hides is as the lesson has it,
 * whatever the address says; the rest as the address says, where it says something.
 * @param panels - identifiers of the results panels, and of the overview
 * @param textsOf - what the language files say of a ready lesson
 */
export async function startOfLesson(
  query: string,
  panels: readonly string[],
  textsOf: (id: ReadyLessonId) => Promise<LessonTexts>,
): Promise<Start> {
  const params = new URLSearchParams(query);
  const code = params.get(LESSON_KEY) ?? '';
  const read = isReadyLesson(code)
    ? ({ ok: true, lesson: lessonWith(code, await textsOf(code)) } as const)
    : lessonFromCode(code);
  if (!read.ok) {
    const { settings, notes } = settingsFromAddress(query);
    const note = {
      code: `lesson-${read.problem}`,
      key: LESSON_KEY,
      given: code.slice(0, 40),
      used: '',
    } as const;
    return { settings, notes: [...notes, note], lesson: undefined };
  }
  const lesson = withKnownPanels(read.lesson, panels);
  const { settings } = settingsFromAddress(lesson.configuration);
  const here = settingsFromAddress(
    isWhole(query) ? query : overlaid(lesson.configuration, params).toString(),
  );
  const held = LESSON_CONTROLS.filter(
    (name) => effectOf(name) !== 'place' && controlOf(lesson, name) !== 'open',
  );
  const heldKeys = held.map(addressKey);
  return {
    settings: { ...here.settings, ...Object.fromEntries(held.map((name) => [name, settings[name]])) },
    notes: [
      ...here.notes.filter(({ key }) => !heldKeys.includes(key)),
      ...held
        .filter((name) => params.has(addressKey(name)) && differIn(name, here.settings, settings))
        .map((name) => notTaken(name, params, settings)),
    ],
    lesson: { lesson, code, settings },
  };
}

/** One query with what another says instead. */
function overlaid(query: string, others: URLSearchParams): URLSearchParams {
  const params = new URLSearchParams(query);
  for (const [key, value] of others) params.set(key, value);
  return params;
}

const notTaken = (name: SettingName, params: URLSearchParams, settings: Settings): AddressNote => {
  const key = addressKey(name);
  const given = (params.get(key) ?? '').slice(0, 40);
  const used = name === 'network' ? formatNetwork(settings.network) : String(settings[name]);
  return { code: 'set-by-lesson', key, given, used };
};

/** A lesson of which no panel is known offers all. */
function withKnownPanels(lesson: Lesson, known: readonly string[]): Lesson {
  const panels = lesson.panels?.filter((panel) => known.includes(panel));
  const { panels: _, ...rest } = lesson;
  return panels && panels.length > 0 ? { ...rest, panels } : rest;
}
