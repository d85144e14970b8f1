import { describe, expect, it } from 'vitest';
import { download, type Net } from '../../../src/data/download';
import {
  breaksOff,
  drips,
  fakeWeb,
  gives,
  givesPage,
  givesStatus,
  handClock,
  impatient,
  never,
  stalls,
} from './fake-web';
import { problemsOf } from './small-mnist';

const PLACE = { file: 'a file', source: 'a mirror' };
const BODY = Uint8Array.from({ length: 1000 }, (_, i) => i % 256);

function get(net: Pick<Net, 'fetch'> & Partial<Net>, limit = 5000) {
  return download('https://a/file', PLACE, { after: never, ...net }, limit);
}

describe('download', () => {
  it('gives the body and tells the bytes', async () => {
    const told: unknown[] = [];
    const { fetch } = fakeWeb({ 'https://a/': () => gives(BODY, { 'content-length': '1000' }) });
    const body = await download('https://a/file', PLACE, { fetch, after: never }, 5000, (...bytes) =>
      told.push(bytes),
    );
    expect(body).toEqual(BODY);
    expect(told.at(-1)).toEqual([1000, 1000]);
  });

  it('tries a connection that broke off once more', async () => {
    const answers = [breaksOff(BODY), gives(BODY)];
    const { fetch, asked } = fakeWeb({ 'https://a/': () => answers.shift() });
    expect(await get({ fetch })).toEqual(BODY);
    expect(asked).toHaveLength(2);
  });

  it('gives up where it breaks off again', async () => {
    const { fetch, asked } = fakeWeb({ 'https://a/': () => breaksOff(BODY) });
    expect(await problemsOf(() => get({ fetch }))).toEqual([
      { ...PLACE, code: 'truncated', found: '500', wanted: '1000' },
    ]);
    expect(asked).toHaveLength(2);
  });

  it('notices a body shorter than announced', async () => {
    const { fetch } = fakeWeb({ 'https://a/': () => gives(BODY, { 'content-length': '1001' }) });
    expect(await problemsOf(() => get({ fetch }))).toMatchObject([{ code: 'truncated', wanted: '1001' }]);
  });

  it.each([
    ['html', givesPage],
    ['http-status', givesStatus(404)],
    ['http-status', givesStatus(500)],
    ['unreachable', undefined],
  ] as const)('names what is wrong: %s', async (code, answer) => {
    const { fetch, asked } = fakeWeb({ 'https://a/': () => answer });
    expect(await problemsOf(() => get({ fetch }))).toMatchObject([{ ...PLACE, code }]);
    expect(asked).toHaveLength(1);
  });

  it('gives up a source that sends nothing', async () => {
    const { fetch } = fakeWeb({ 'https://a/': () => stalls });
    expect(await problemsOf(() => get({ fetch, after: impatient }))).toMatchObject([{ code: 'timeout' }]);
  });

  it('gives up within 30 seconds a source that sends a byte each second, and not one that is slow', async () => {
    const clock = handClock();
    let seconds = 0;
    const aSecond = () => {
      seconds++;
      clock.moveOn(1000);
    };
    const dripping = fakeWeb({ 'https://a/': () => drips(aSecond) });
    const problems = await problemsOf(() => get({ ...dripping, after: clock.after }));
    expect(problems).toMatchObject([{ code: 'timeout', found: '20' }]);
    expect(seconds).toBeLessThanOrEqual(30);

    const slow = new ReadableStream<Uint8Array>({
      async pull(controller) {
        clock.moveOn(15_000);
        controller.enqueue(new Uint8Array(4096));
        seconds += 15;
        if (seconds > 300) controller.close();
      },
    });
    const { fetch } = fakeWeb({ 'https://a/': () => () => new Response(slow) });
    expect((await get({ fetch, after: clock.after }, 1e6)).length).toBeGreaterThan(50_000);
  });

  it('stops a body longer than any such file', async () => {
    const { fetch } = fakeWeb({ 'https://a/': () => gives(BODY) });
    expect(await problemsOf(() => get({ fetch }, 999))).toMatchObject([{ code: 'too-large' }]);
  });

  it('ends with the reason of the one who ended it', async () => {
    const { fetch } = fakeWeb({ 'https://a/': () => stalls });
    const controller = new AbortController();
    const ending = get({ fetch, signal: controller.signal });
    controller.abort(new Error('the person left'));
    await expect(ending).rejects.toThrow('the person left');
  });

  it('counts the end of the time it was given as a time-out', async () => {
    const { fetch } = fakeWeb({ 'https://a/': () => stalls });
    const signal = AbortSignal.abort(new DOMException('late', 'TimeoutError'));
    const late: Net['fetch'] = (url, init) => {
      init?.signal?.throwIfAborted();
      return fetch(url, init);
    };
    expect(await problemsOf(() => get({ fetch: late, signal }))).toMatchObject([{ code: 'timeout' }]);
  });
});
