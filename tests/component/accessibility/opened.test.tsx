import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Header } from '../../../src/page/Header';
import { PageBoundary } from '../../../src/page/PageBoundary';
import { PageParts } from '../../../src/page/PageParts';
import { PanelBoundary } from '../../../src/page/PanelBoundary';
import { Results } from '../../../src/page/Results';
import { DrawPanel } from '../../../src/panels/draw/DrawPanel';
import { TrainingPanel } from '../../../src/panels/training/TrainingPanel';
import { fakeLab } from '../../fixtures/fake-lab';
import { smallWorld } from '../../fixtures/small-world';
import { renderLab } from '../render-lab';
import { findings } from './findings';
import { screensFor, turnBack, turnTo } from './screens';
import { smallTargets } from './targets';

const world = await smallWorld();
const screens = screensFor(0).length;

beforeEach(() => window.localStorage.clear());
afterAll(turnBack);

/** By what it is and not by its name, which is another in each language. */
async function press(selector: string, at = 0): Promise<void> {
  await expect.poll(() => document.querySelectorAll(selector)[at]).toBeDefined();
  const element = document.querySelectorAll<HTMLElement>(selector)[at] as HTMLElement;
  // Where the screen has all that folds closed, what holds it is opened first, as a person has to.
  for (let fold = element.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null)
    fold.open = true;
  element.focus();
  expect(document.activeElement, 'what is pressed has the focus').toBe(element);
  await userEvent.keyboard('{Enter}');
}

/** By keys alone: the menu has the focus as it opens. @param down - how far below its first item */
async function chooseBelow(down: number): Promise<void> {
  await expect.poll(() => document.querySelector('[role=menuitem]')?.matches(':focus')).toBe(true);
  await userEvent.keyboard(`${'{ArrowDown}'.repeat(down)}{Enter}`);
}

const there = (selector: string) => expect.poll(() => document.querySelector(selector)).not.toBeNull();

const HELP = 'header [aria-haspopup=menu]';

/** What opens over the page or in it when it is asked for: how, and what is to be there then. */
const OPENED: Readonly<Record<string, () => Promise<void>>> = {
  'the help menu': async () => {
    await press(HELP);
    await there('[role=menu]');
  },
  ...Object.fromEntries(
    [0, 1, 2, 3].map((hint) => [
      `hint ${hint + 1}`,
      async () => {
        await press(HELP);
        await chooseBelow(hint);
        await there('fieldset:focus, [role=group]:focus');
      },
    ]),
  ),
  'what the lab is': async () => {
    await press(HELP);
    await chooseBelow(5);
    await there('[role=dialog]');
  },
  'the card of a word': async () => {
    await press('#training-words [aria-haspopup=dialog]', 2);
    await there('[role=dialog] p');
  },
};
const opened = Object.entries(OPENED);

test(`nothing that opens when it is asked for shuts anybody out: ${opened.length * screens} looks`, async () => {
  const lab = fakeLab(world);
  lab.pretrained();
  await renderLab(
    lab,
    <PageParts>
      <Header />
      <main tabIndex={-1}>
        <DrawPanel />
        <div id="training-words">
          <TrainingPanel />
        </div>
        <Results />
      </main>
    </PageParts>,
  );
  for (const [i, [what, open]] of opened.entries()) {
    for (const screen of screensFor(i)) {
      await turnTo(screen);
      await open();
      const where = `${what}, ${screen.theme}, ${screen.language}, ${screen.width} pixels`;
      expect.soft([...(await findings()), ...smallTargets()], where).toEqual([]);
      await userEvent.keyboard('{Escape}');
    }
  }
});

function Fragile(): never {
  throw new TypeError('a part that is missing');
}

test(`what has broken down shuts nobody out: ${2 * screens} looks`, async () => {
  // React tells of what it has caught.
  const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  for (const [i, Boundary] of [PanelBoundary, PageBoundary].entries()) {
    const lab = fakeLab(world);
    const { unmount } = await renderLab(
      lab,
      <Boundary>
        <Fragile />
      </Boundary>,
    );
    for (const screen of screensFor(7 + i)) {
      await turnTo(screen);
      expect.soft([...(await findings()), ...smallTargets()]).toEqual([]);
    }
    await unmount();
  }
  told.mockRestore();
});
