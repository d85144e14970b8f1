import type { Source } from './sources';

/** Remarks that turn off a check of types for a line or a file. */
const SILENCERS = [
  /biome-ignore(?:-\w+)? lint\S*noExplicitAny/,
  /biome-ignore(?:-\w+)? lint:/,
  /@ts-(?:ignore|nocheck)/,
];

/** Remarks by which a value without a type gets past the checks, as 'file:line'. */
export const silencedChecks = (sources: readonly Source[]): string[] =>
  sources.flatMap(({ file, text }) =>
    text
      .split('\n')
      .flatMap((line, i) => (SILENCERS.some((silencer) => silencer.test(line)) ? [`${file}:${i + 1}`] : [])),
  );
