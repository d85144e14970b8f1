import { readImports } from './read-imports';
import type { Source } from './sources';

/** A module whatever the ending of its file, as an import may leave it away: 'src/model/network'. */
export const moduleOf = (path: string): string => path.replace(/(\.d)?\.[mc]?[jt]sx?$/, '');

type Graph = ReadonlyMap<string, readonly string[]>;

/** Which module imports which, values or types. A worker's address is no import. */
function graphOf(sources: readonly Source[]): Graph {
  const known = new Set(sources.map(({ file }) => moduleOf(file)));
  return new Map(
    sources.map(({ file, text }) => [
      moduleOf(file),
      readImports(file, text)
        .flatMap(({ path, kind }) => (path === undefined || kind === 'url' ? [] : [moduleOf(path)]))
        .filter((module) => known.has(module)),
    ]),
  );
}

/** The shortest way from a module back to itself, or undefined. */
function circleFrom(start: string, graph: Graph): readonly string[] | undefined {
  const cameFrom = new Map<string, string>();
  const queue = [start];
  for (const module of queue) {
    for (const next of graph.get(module) ?? []) {
      if (next === start) return pathTo(module, cameFrom);
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, module);
      queue.push(next);
    }
  }
  return undefined;
}

function pathTo(end: string, cameFrom: ReadonlyMap<string, string>): string[] {
  const path = [end];
  for (let at = cameFrom.get(end); at !== undefined; at = cameFrom.get(at)) path.unshift(at);
  return path;
}

/** From whichever module the circle was found, it begins with the first by name. */
function rotated(circle: readonly string[]): string[] {
  const first = circle.indexOf([...circle].sort()[0] as string);
  return [...circle.slice(first), ...circle.slice(0, first)];
}

/** Circles of imports, each as 'a → b → a': for every module in one, the shortest that it is in. */
export function circlesOf(sources: readonly Source[]): string[] {
  const graph = graphOf(sources);
  const circles = [...graph.keys()].flatMap((module) => {
    const circle = circleFrom(module, graph);
    return circle ? [rotated(circle)] : [];
  });
  return [...new Set(circles.map((circle) => [...circle, circle[0]].join(' → ')))].sort();
}
