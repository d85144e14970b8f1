/** Where more have failed, something else is wrong than a test. */
const MOST_TRACED = 5;

/**
 * To record a trace costs a fifth of a test's time. So only tests that failed are recorded, a second time: it leaves
 * the trace, and changes nothing about the failure.
 * @param trace - runs these tests once more, and answers what each has left
 */
export async function withTraces(tests, turn, trace) {
  const failed = tests.filter(({ status, name }) => status === 'failed' && name !== '').slice(0, MOST_TRACED);
  if (failed.length === 0) return tests;
  turn.say('\nOnce more, for a trace. Whatever comes of it, these tests have failed:');
  const again = await trace(failed);
  return tests.map((test) => {
    const twin =
      failed.includes(test) && again.find(({ file, name }) => file === test.file && name === test.name);
    const traces = (twin ? twin.left : []).filter((path) => path.endsWith('.zip'));
    return traces.length === 0 ? test : { ...test, left: [...(test.left ?? []), ...traces] };
  });
}
