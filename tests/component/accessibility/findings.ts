import axe from 'axe-core';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Every rule of WCAG 2.2 A and AA that is broken in what is shown, however badly; nothing is left out. */
export async function findings(): Promise<string[]> {
  const { violations } = await axe.run(document.body, {
    runOnly: WCAG,
    // Of 2.2, and off by default.
    rules: { 'target-size': { enabled: true } },
    resultTypes: ['violations'],
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, any, all }) => `${id}: ${(any[0] ?? all[0])?.message ?? ''} ${html.slice(0, 240)}`),
  );
}
