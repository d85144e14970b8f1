import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startEngine } from './engine-client/engine-client';
import { lessonTexts, startLanguages } from './locales/i18n';
import { chooseLanguage, chosenBefore, LANGUAGE_KEY, spoken } from './locales/languages';
import { LESSON_KEY, settingsFromAddress, unknownValue } from './model/address';
import { keepAddress } from './page/address-bar';
import { warnBeforeLoss } from './page/leave-warning';
import { loadNewest } from './page/offline/load-newest';
import { Lab } from './page/Page';
import { PageBoundary } from './page/PageBoundary';
import { keepTitle } from './page/page-title';
import { RESULT_PANELS } from './page/panel-registry';
import { arrivalOfPage, keepScrollPlace } from './page/scroll-place';
import { surviveTranslation } from './page/translated-text';
import { trustByRules } from './page/trusted-types';
import { LabContext } from './panels/shared/use-lab';
import { createLab } from './state/lab';
import { OVERVIEW, viewFromAddress } from './state/selection/selection-address';
import { openKeepStore } from './storage/keep-store';
import { openOwnDigitStore } from './storage/own-digit-store';
import { openSpeedStore } from './storage/speed-store';
import './ui/tokens.css';
import './ui/global.css';

const panels = RESULT_PANELS.map(({ id }) => id);
const { search } = window.location;

/** Settings, notes and a lesson from the address; what reads a lesson is fetched where there is one. */
async function readAddress() {
  const plain = settingsFromAddress(search);
  if (!new URLSearchParams(search).has(LESSON_KEY)) return { ...plain, lesson: undefined };
  try {
    const { startOfLesson } = await import('./page/lesson-in-address');
    return await startOfLesson(search, [OVERVIEW, ...panels], lessonTexts);
  } catch {
    const note = { code: 'lesson-not-loaded', key: LESSON_KEY, given: '', used: '' } as const;
    return { ...plain, notes: [...plain.notes, note], lesson: undefined };
  }
}

async function start(): Promise<void> {
  trustByRules();
  const isBack = keepScrollPlace(arrivalOfPage());
  const asked = new URLSearchParams(search).get(LANGUAGE_KEY);
  const language = chooseLanguage(asked, chosenBefore(), navigator.languages);
  await startLanguages(language);
  const { settings, notes, lesson } = await readAddress();
  const isUnspoken = asked !== null && !spoken(asked);
  const lab = createLab({
    startEngine,
    settings,
    notes: isUnspoken ? [...notes, unknownValue(LANGUAGE_KEY, asked, language)] : notes,
    lesson,
    view: viewFromAddress(search, panels),
    base: new URL('.', window.location.href).href,
    now: () => performance.now(),
    loadNewest,
    digitStore: openOwnDigitStore(),
    speedStore: openSpeedStore(),
    keepStore: openKeepStore(),
  });
  keepAddress(lab.store, lab.actions, panels);
  keepTitle(lab.store);
  warnBeforeLoss(lab.store);
  surviveTranslation();
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no #root');
  createRoot(root).render(
    <StrictMode>
      <LabContext value={lab}>
        <PageBoundary>
          <Lab isBack={isBack} />
        </PageBoundary>
      </LabContext>
    </StrictMode>,
  );
  await keepOffline(lab);
}

/** Fetched behind all that the page needs. A page in development is never kept, and none that was may answer for it. */
async function keepOffline({ store, actions }: ReturnType<typeof createLab>): Promise<void> {
  try {
    if (import.meta.env.DEV) await (await import('./page/offline/let-go')).letGo();
    else await (await import('./page/offline/keep-page')).keepPage(store, actions);
  } catch {
    // Without it the page is the same as long as there is a network.
  }
}

// Not awaited here: what is fetched meanwhile imports parts of this module's own script, which has to have ended.
void start();
