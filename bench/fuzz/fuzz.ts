import { mkdirSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { ALL_READERS } from '../../tests/fixtures/fuzz/all-readers';
import { attempt, filesFor } from '../../tests/fixtures/fuzz/fuzzed';

export const READER_NAMES = Object.keys(ALL_READERS);

/** Milliseconds of processor time that an answer may take: others may be at work on the machine. */
const LONGEST = 1000;
/** What made a reader fail is put here. */
const FOLDER = '.cache/fuzz';
/** Smaller files that fail the same are looked for this long. */
const SHRINKING_MS = 20_000;

const mib = (bytes: number) => `${(bytes / 2 ** 20).toFixed(1)} MiB`;

/** Gives a reader file after file for some seconds, and says what came of it. @returns whether all went as it should */
export async function fuzz(name: string, seconds: number): Promise<boolean> {
  const reader = ALL_READERS[name];
  if (!reader) throw new RangeError(`no reader is called ${name}`);
  const before = JSON.stringify(await reader.read(reader.valid));
  // What has to be compiled first is no fault of a file.
  await reader.read(reader.valid);
  const memory = process.resourceUsage().maxRSS;
  const most = { ms: 0, bytes: 0 };
  let [tried, read] = [0, 0];
  const property = fc.asyncProperty(filesFor(reader), async (bytes) => {
    const begun = process.cpuUsage();
    const { failure, isRead, bytes: asked } = await attempt(reader, bytes);
    const { user, system } = process.cpuUsage(begun);
    const ms = (user + system) / 1000;
    most.ms = Math.max(most.ms, ms);
    most.bytes = Math.max(most.bytes, asked);
    tried++;
    if (isRead) read++;
    if (failure) throw new Error(failure);
    if (ms > LONGEST) throw new Error(`took ${Math.round(ms)} ms of processor time`);
  });
  const found = await fc.check(property, {
    numRuns: Number.POSITIVE_INFINITY,
    interruptAfterTimeLimit: 1000 * seconds,
    markInterruptAsFailure: false,
    ...(seconds < SHRINKING_MS / 1000 && { endOnFailure: true }),
  });
  const isSame = JSON.stringify(await reader.read(reader.valid)) === before;
  const grown = (process.resourceUsage().maxRSS - memory) * 1024;
  console.log(
    `${name}: ${tried} files tried, ${read} of them read, the others refused; the slowest took ${Math.round(most.ms)} ms of processor time, ` +
      `the largest asked for ${mib(most.bytes)} of arrays; the process grew by ${mib(grown)}`,
  );
  if (found.failed) {
    const [bytes] = found.counterexample ?? [];
    const file = `${FOLDER}/${name}.bin`;
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(file, bytes ?? new Uint8Array());
    console.error(`${name}: seed ${found.seed}, path ${found.counterexamplePath}, the file is in ${file}`);
    console.error(String(found.errorInstance).slice(0, 2000));
  }
  if (!isSame) console.error(`${name}: a sound file is read otherwise after all that`);
  return !found.failed && isSame;
}
