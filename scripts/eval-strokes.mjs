// Reads files of pen strokes as the page would, by the networks that ship: node scripts/eval-strokes.mjs FILE… [--json]
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';

const root = fileURLToPath(new URL('../', import.meta.url));

function fail(sentence) {
  console.error(sentence);
  process.exit(2);
}

function commandLine() {
  try {
    return parseArgs({ allowPositionals: true, options: { json: { type: 'boolean', default: false } } });
  } catch (error) {
    return fail(error.message);
  }
}

const { positionals, values } = commandLine();
// npm runs this in the project's folder, wherever it was called.
const files = positionals.map((file) => resolve(process.env.INIT_CWD ?? '.', file));
if (files.length === 0) fail('Which files? npm run eval:strokes -- FILE…');

const { module } = await runnerImport(`${root}bench/strokes/evaluate.ts`, {
  root,
  configFile: false,
  logLevel: 'error',
});
try {
  const folders = { networks: `${root}public/pretrained`, pictures: `${root}test-results` };
  const results = await module.evaluateFiles(files, folders, (text) => console.log(text));
  if (values.json) console.log(JSON.stringify(results));
} catch (error) {
  if (!(error instanceof module.BadFile)) throw error;
  fail(error.message);
}
