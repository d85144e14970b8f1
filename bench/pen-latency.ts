import type { Page } from '@playwright/test';
import { onCanvas } from '../tests/e2e/drawing';
import type { LabPage } from '../tests/e2e/lab-page';

/** Pointer events in each state. */
const MOVES = 200;
/** Between two of them, milliseconds: more than an answer may take, so that each event has one of its own. */
const BETWEEN_MS = 60;

/** From a pointer event to its answer, milliseconds. */
interface Answered {
  /** To the change of the bars in the document. */
  readonly bars: number;
  /** To the frame that shows them. */
  readonly paint: number;
}

type Watching = Window & { answeredEvents?: Answered[] };

/** Draws with the mouse in loops that never come to an end, and times each event of the pointer that has an answer. */
export async function penLatency(lab: LabPage): Promise<Readonly<Record<string, number>>> {
  const { page } = lab;
  const place = (move: number) => {
    const radius = 0.3 * Math.cos(move / 84);
    return onCanvas(lab, 0.5 + radius * Math.sin(move / 12), 0.5 - radius * Math.cos(move / 12));
  };
  const start = await place(0);
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await watchAnswers(page);
  for (let move = 1; move <= MOVES; move++) {
    const { x, y } = await place(move);
    await page.mouse.move(x, y);
    await page.waitForTimeout(BETWEEN_MS);
  }
  await page.mouse.up();
  const answers = await page.evaluate(() => (window as Watching).answeredEvents ?? []);
  return figures(answers);
}

/** Has the page note when a pointer event comes, and when the bars change next. */
const watchAnswers = (page: Page) =>
  page.evaluate(() => {
    const bars = document.querySelector('ol[aria-label="Top 3 probabilities"]')?.parentElement;
    if (!bars) throw new Error('there are no bars yet');
    const answers: Answered[] = [];
    (window as Watching).answeredEvents = answers;
    let begun: number | undefined;
    const onMove = () => {
      begun ??= performance.now();
    };
    window.addEventListener('pointermove', onMove, { capture: true });
    new MutationObserver(() => {
      if (begun === undefined) return;
      const from = begun;
      begun = undefined;
      const atBars = performance.now() - from;
      requestAnimationFrame(() => {
        // The first task after a frame's callbacks comes when the frame is drawn.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => answers.push({ bars: atBars, paint: performance.now() - from });
        port2.postMessage(undefined);
      });
    }).observe(bars, { attributes: true, characterData: true, childList: true, subtree: true });
  });

function figures(answers: readonly Answered[]): Readonly<Record<string, number>> {
  const quantile = (of: keyof Answered, share: number) => {
    const sorted = answers.map((answer) => answer[of]).sort((a, b) => a - b);
    return Math.round(10 * (sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN)) / 10;
  };
  return {
    events: answers.length,
    barsP50: quantile('bars', 0.5),
    barsP95: quantile('bars', 0.95),
    paintP50: quantile('paint', 0.5),
    paintP95: quantile('paint', 0.95),
  };
}
