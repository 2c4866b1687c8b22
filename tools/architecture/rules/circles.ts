// Circles between files and between packages; an import of a type counts like any other.
import { follow, type House, indexOf, type Violation } from '../house.ts';
import { roomOf } from '../room.ts';

type Graph = ReadonlyMap<string, ReadonlySet<string>>;

/** Finds the circles of the house; the budget is none. */
export function circles(house: House): readonly Violation[] {
  const because = 'files of a circle can be understood, tested and moved only together: move what both need below them';
  const inFiles = circlesOf(fileGraph(house)).map((circle) => complain(circle, because));
  const inPackages = circlesOf(packageGraph(house)).map((circle) =>
    complain(circle, 'packages stand on floors: every import between them leads down'),
  );
  return [...inFiles, ...inPackages];
}

/** Which file imports which; a package name leads to that package's index. */
export function fileGraph(house: House): Graph {
  const paths = new Set(house.sources.map((source) => source.path));
  return new Map(
    house.sources.map((source) => {
      const targets = source.imports.map((imported) => {
        const target = follow(source, imported, paths);
        if (target.kind === 'file') return target.path;
        return target.kind === 'ours' ? indexOf(target.name) : undefined;
      });
      return [source.path, new Set(targets.filter((path) => path !== undefined))];
    }),
  );
}

/** Which package of ours imports which, tests left out. */
export function packageGraph(house: House): Graph {
  const tests = new Set(house.sources.filter((source) => source.isTest).map((source) => source.path));
  const graph = new Map<string, Set<string>>();
  for (const [path, targets] of fileGraph(house)) {
    const from = roomOf(path)?.name;
    if (from === undefined || tests.has(path)) continue;
    const reached = graph.get(from) ?? new Set();
    graph.set(from, reached);
    for (const target of targets) {
      const to = roomOf(target)?.name;
      if (to !== undefined && to !== from) reached.add(to);
    }
  }
  return graph;
}

/** One shortest circle through each knot of the graph, as the list of its members in order. */
function circlesOf(graph: Graph): readonly (readonly string[])[] {
  const told = new Set<string>();
  const found: (readonly string[])[] = [];
  for (const start of graph.keys()) {
    const circle = told.has(start) ? null : shortestBack(graph, start);
    if (circle === null || circle.some((member) => told.has(member))) continue;
    for (const member of circle) told.add(member);
    found.push(circle);
  }
  return found;
}

/** The shortest way from a node back to itself; null where there is none. */
function shortestBack(graph: Graph, start: string): readonly string[] | null {
  const cameFrom = new Map<string, string>();
  const queue = [start];
  for (let node = queue.shift(); node !== undefined; node = queue.shift()) {
    for (const next of graph.get(node) ?? []) {
      if (next === start) return trail(cameFrom, start, node);
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, node);
      queue.push(next);
    }
  }
  return null;
}

function trail(cameFrom: ReadonlyMap<string, string>, start: string, end: string): readonly string[] {
  const way: string[] = [];
  for (let node: string | undefined = end; node !== undefined && node !== start; node = cameFrom.get(node))
    way.unshift(node);
  return [start, ...way];
}

function complain(circle: readonly string[], because: string): Violation {
  const [first = ''] = circle;
  return { rule: 'circles', path: first, line: 0, message: `circle ${[...circle, first].join(' → ')}: ${because}` };
}
