import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { checkedPretrained } from '../../src/data/load-pretrained';
import { normalize } from '../../src/ink/normalize';
import { PRETRAINED, type Pretrained } from '../../src/model/pretrained';
import { drawingOf, OTHER_PLACINGS, PLACINGS } from './placing';
import { createReader, type Reader, type Reading, readAll } from './reader';
import { FILE_LIMIT, parseStrokes, type WrittenDigit } from './stroke-file';
import { accuracyOf, accuracyTable, calibrationErrorOf, confusionTable } from './summary';
import { worstOf, worstPicture } from './worst-cases';

/** What a file's digits come to; shares from 0 to 1. */
interface FileResult {
  readonly n: number;
  readonly accuracy: number;
  readonly smallCorner: number;
  /** Expected calibration error of the centred drawings. */
  readonly calibrationError: number;
}

/** The ways of drawing that nothing is held to are tried on so many digits. */
const OTHERS_MOST = 500;

/** A file or the networks are not what they should be: told as it is. */
export class BadFile extends Error {}

/**
 * Reads files of pen strokes by the networks that ship, drawn on the pad in several ways, and tells how well.
 * @param paths - of the files
 * @param folders - of the networks, and where pictures of the worst cases go
 * @returns by file name, without its folder
 * @throws BadFile
 */
export async function evaluateFiles(
  paths: readonly string[],
  folders: { readonly networks: string; readonly pictures: string },
  say: (text: string) => void,
): Promise<Record<string, FileResult>> {
  const reader = await createReader(await networksIn(folders.networks));
  const results: Record<string, FileResult> = {};
  for (const path of paths) {
    const digits = await digitsIn(path);
    const name = basename(path);
    const readings = await readFileDigits(reader, digits, path);
    say(`\n${name}\n\n${accuracyTable(readings)}\n\n${confusionTable(readings.centred)}`);
    say(
      `\nworst cases: ${await savePicture(digits, readings.centred, join(folders.pictures, `strokes-${name}.png`))}`,
    );
    results[name] = {
      n: digits.length,
      accuracy: accuracyOf(readings.centred),
      smallCorner: accuracyOf(readings.smallCorner),
      calibrationError: calibrationErrorOf(readings.centred),
    };
  }
  return results;
}

/** How many digits of a file there are, and how they are read, drawn large in the middle. */
export async function readOnPad(
  networks: Pretrained,
  text: string,
): Promise<{ digits: number; accuracy: number; calibrationError: number }> {
  const digits = parseStrokes(text);
  const readings = await readAll(await createReader(networks), digits, PLACINGS.centred);
  return {
    digits: digits.length,
    accuracy: accuracyOf(readings),
    calibrationError: calibrationErrorOf(readings),
  };
}

async function readFileDigits(reader: Reader, digits: readonly WrittenDigit[], path: string) {
  const every = Math.ceil(digits.length / OTHERS_MOST);
  const some = digits.filter((_, i) => i % every === 0);
  try {
    const others: Record<string, Reading[]> = {};
    for (const [name, placing] of Object.entries(OTHER_PLACINGS))
      others[name] = await readAll(reader, some, placing);
    return {
      centred: await readAll(reader, digits, PLACINGS.centred),
      smallCorner: await readAll(reader, digits, PLACINGS.smallCorner),
      ...others,
    };
  } catch (error) {
    throw new BadFile(`${path}: ${(error as Error).message}`);
  }
}

async function savePicture(
  digits: readonly WrittenDigit[],
  readings: readonly Reading[],
  path: string,
): Promise<string> {
  const worst = worstOf(readings);
  const images = worst.map(
    (i) => normalize(drawingOf(digits[i] as WrittenDigit, PLACINGS.centred))?.image ?? new Float32Array(0),
  );
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(
    path,
    worstPicture(
      worst.map((i) => readings[i] as Reading),
      images,
    ),
  );
  return path;
}

async function digitsIn(path: string): Promise<WrittenDigit[]> {
  try {
    const { size } = await stat(path);
    if (size > FILE_LIMIT) throw new Error(`${size} bytes are more than strokes need`);
    return parseStrokes(await readFile(path, 'utf8'));
  } catch (error) {
    throw new BadFile(`${path}: ${(error as Error).message}`);
  }
}

async function networksIn(folder: string): Promise<Pretrained> {
  const bytes = async (file: string) => new Uint8Array(await readFile(join(folder, file)));
  try {
    return await checkedPretrained(await bytes(PRETRAINED.card), await bytes(PRETRAINED.weights));
  } catch (error) {
    throw new BadFile(
      `The pretrained networks: ${(error as Error).message}. \`npm run pretrain\` makes them.`,
    );
  }
}
