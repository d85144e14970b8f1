import type { Page } from '@playwright/test';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Start, microseconds of the trace's clock. */
  readonly ts: number;
  /** Wall-clock time, microseconds. */
  readonly dur?: number;
  /** CPU time of the thread, microseconds: time that another program had the core is not counted. */
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly message?: string; readonly functionName?: string } };
}

export interface LongestTask {
  /** CPU time, milliseconds. */
  readonly cpuMs: number;
  /** Wall-clock time of the same task, milliseconds. */
  readonly wallMs: number;
  /** The longest thing inside it, as the trace names it. */
  readonly mostly: string;
  /** Tasks over 50 ms of CPU time. */
  readonly over50: number;
  readonly tasks: number;
}

const CATEGORIES = ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline'];
const MARK = 'digit-lab-main-thread';
const TASK = 'RunTask';

/** Traces the page while `work` goes on and finds the task that kept its main thread longest. */
export async function longestTask(page: Page, work: () => Promise<void>): Promise<LongestTask> {
  const browser = page.context().browser();
  if (!browser) throw new Error('a browser of our own is needed to trace');
  const session = await browser.newBrowserCDPSession();
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  const complete = new Promise<void>((resolve) => session.on('Tracing.tracingComplete', () => resolve()));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: CATEGORIES, excludedCategories: ['*'] },
  });
  // The mark tells the page's own main thread from those of other pages.
  await page.evaluate((mark) => console.timeStamp(mark), MARK);
  await work();
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  return longestOf(events);
}

function longestOf(events: readonly TraceEvent[]): LongestTask {
  const mark = events.find(({ name, args }) => name === 'TimeStamp' && args?.data?.message === MARK);
  if (!mark) throw new Error('the trace does not name the main thread');
  const own = events.filter(({ pid, tid, ph }) => pid === mark.pid && tid === mark.tid && ph === 'X');
  const tasks = own.filter(({ name }) => name === TASK);
  const cpu = (event: TraceEvent) => event.tdur ?? event.dur ?? 0;
  const longest = tasks.reduce<TraceEvent | undefined>(
    (most, task) => (!most || cpu(task) > cpu(most) ? task : most),
    undefined,
  );
  if (!longest) throw new Error('the trace has no tasks');
  const end = longest.ts + (longest.dur ?? 0);
  const [inside] = own
    .filter(
      ({ name, ts }) =>
        name !== TASK && !name.startsWith('ThreadController') && ts >= longest.ts && ts <= end,
    )
    .sort((a, b) => cpu(b) - cpu(a));
  return {
    cpuMs: Math.round(cpu(longest) / 100) / 10,
    wallMs: Math.round((longest.dur ?? 0) / 100) / 10,
    mostly: [inside?.name, inside?.args?.data?.functionName].filter(Boolean).join(' '),
    over50: tasks.filter((task) => cpu(task) > 50_000).length,
    tasks: tasks.length,
  };
}
