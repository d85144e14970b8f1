import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** A runner that crashed leaves no report, or half of one. */
function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

const inProject = (path) => relative(process.cwd(), path).split(sep).join('/');

/** Files in a folder that Vitest has named by a test. */
export function leftBy(name, folder) {
  if (!existsSync(folder)) return [];
  const slug = name.replaceAll(/[^a-z0-9]+/gi, '-');
  return readdirSync(folder, { recursive: true })
    .filter((path) => /\.(png|zip)$/.test(path) && path.includes(slug))
    .map((path) => inProject(join(folder, path)));
}

/** Each test of a report that Vitest's reporter 'json' wrote, with what it left in a folder. A file that could not be loaded is a test that failed. */
export function vitestTests(path, suite, folder) {
  const files = readReport(path)?.testResults ?? [];
  return files.flatMap(({ name, status, message, assertionResults }) => {
    const file = inProject(name);
    const tests = assertionResults.map(({ fullName, status, duration, failureMessages }) => ({
      suite,
      file,
      name: fullName,
      status: status === 'passed' || status === 'failed' ? status : 'skipped',
      ms: duration ?? 0,
      problem: problemIn(failureMessages?.[0]),
      ...(folder && status === 'failed' && { left: leftBy(fullName, folder) }),
    }));
    const explained = tests.some((test) => test.status === 'failed');
    if (status !== 'failed' || explained) return tests;
    return [...tests, { suite, file, name: '', status: 'failed', ms: 0, problem: problemIn(message) }];
  });
}

/** Each test of a report that Playwright's reporter 'json' wrote, with what it left behind. */
export function playwrightTests(path, suite) {
  const report = readReport(path);
  const folder = inProject(report?.config?.rootDir ?? '.');
  return (report?.suites ?? [])
    .flatMap((file) => specsOf(file))
    .map((spec) => playwrightTest(spec, suite, folder));
}

/** The specs below a suite, with the titles of the suites between. */
const specsOf = ({ specs = [], suites = [] }, above = []) => [
  ...specs.map((spec) => ({ ...spec, title: [...above, spec.title].join(' ') })),
  ...suites.flatMap((inner) => specsOf(inner, [...above, inner.title])),
];

const STATUSES = { expected: 'passed', skipped: 'skipped' };

function playwrightTest({ title, file, line, tests }, suite, folder) {
  const [{ status, annotations = [], results = [] }] = tests;
  const told = (type) => annotations.find((annotation) => annotation.type === type)?.description;
  const last = results.at(-1);
  return {
    suite,
    file: join(folder, file).split(sep).join('/'),
    line,
    name: title,
    status: STATUSES[status] ?? 'failed',
    ms: results.reduce((sum, { duration }) => sum + duration, 0),
    problem: problemIn(last?.error?.message),
    ...(status === 'skipped' && { reason: told('skip') ?? 'no reason given' }),
    address: told('address'),
    left: (last?.attachments ?? []).flatMap(({ path }) => (path ? [inProject(path)] : [])),
  };
}

/** The first line, and what was there in the place of what was expected, which Playwright says further down. */
function problemIn(text) {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape that a colour begins with
  const lines = (text ?? '').replaceAll(/\u001b\[\d+m/g, '').split('\n');
  const [first, ...more] = lines.map((line) => line.trim()).filter((line) => line !== '');
  const received = more.find((line) => line.startsWith('Received'));
  return received ? `${first} (${received})` : first;
}
