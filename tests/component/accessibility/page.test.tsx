import i18next from 'i18next';
import { afterAll, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { changeLanguage } from '../../../src/locales/i18n';
import { LANGUAGE_IDS } from '../../../src/locales/languages';
import { Header } from '../../../src/page/Header';
import { InterruptedBar } from '../../../src/page/InterruptedBar';
import { KeepingMessages } from '../../../src/page/KeepingMessages';
import { LookBackBar } from '../../../src/page/LookBackBar';
import { Messages } from '../../../src/page/Messages';
import { Lab } from '../../../src/page/Page';
import { RESULT_PANELS } from '../../../src/page/panel-registry';
import { VersionMessages } from '../../../src/page/VersionMessages';
import { fakeLab } from '../../fixtures/fake-lab';
import { LESSON } from '../../fixtures/lessons';
import { smallWorld } from '../../fixtures/small-world';
import { renderLab } from '../render-lab';
import { beyondTheSides } from './beyond';
import { panelCame } from './every-panel';
import { findings } from './findings';
import { screensFor, turnBack, turnTo } from './screens';
import { MESSAGES } from './states';
import { smallTargets } from './targets';

const world = await smallWorld();
const messages = Object.entries(MESSAGES);
const screens = screensFor(0).length;

afterAll(turnBack);

/** The screens of that number show nothing that shuts anybody out. */
async function expectOpenToAll(what: string, number: number): Promise<void> {
  for (const screen of screensFor(number)) {
    await turnTo(screen);
    const where = `${what}, ${screen.theme}, ${screen.language}, ${screen.width} pixels`;
    expect.soft([...(await findings()), ...smallTargets()], where).toEqual([]);
  }
}

test(`no message of the page shuts anybody out: ${messages.length * screens} looks`, async () => {
  const lab = fakeLab(world);
  lab.trained();
  await renderLab(
    lab,
    <>
      <Header />
      <main tabIndex={-1}>
        <Messages />
        <KeepingMessages />
        <VersionMessages />
        <InterruptedBar />
        <LookBackBar />
      </main>
    </>,
  );
  for (const [m, [message, bring]] of messages.entries()) {
    bring(lab);
    await expect.poll(() => document.querySelector('main')?.textContent).not.toBe('');
    await expectOpenToAll(message, m);
  }
});

const tabs = () => document.querySelectorAll('[role=tab]').length;

function unfold(within: string): void {
  for (const fold of document.querySelectorAll<HTMLDetailsElement>(`${within} details`)) fold.open = true;
}

test(`the page as a whole shuts nobody out (${3 * screens} looks), and 1280 pixels at 400 % have all of it without scrolling sideways`, async () => {
  const lab = fakeLab(world);
  lab.pretrained();
  // Charts take their time: tests/e2e/accessibility.spec.ts waits for them.
  lab.actions.open('library');
  await renderLab(lab, <Lab />);
  await expect.poll(tabs).toBeGreaterThan(4);
  await expectOpenToAll('fresh', 1);
  lab.trained();
  await page.viewport(320, 256);
  unfold('body');
  for (const language of LANGUAGE_IDS) {
    if (i18next.language !== language) await changeLanguage(language);
    for (const id of ['overview', ...RESULT_PANELS.map((panel) => panel.id)] as const) {
      lab.actions.open(id);
      await expect.poll(() => document.querySelector('[role=tabpanel] :is(h2, h3)')).not.toBeNull();
      await panelCame();
      await lab.answered();
      unfold('[role=tabpanel]');
      expect.soft(beyondTheSides(), `${id}, ${language}`).toEqual([]);
    }
  }
  await expectOpenToAll('a run of before is over', 2);
  lab.actions.openLesson({ lesson: LESSON, code: 'a-lesson' });
  await expectOpenToAll('a lesson that asks', 4);
});
