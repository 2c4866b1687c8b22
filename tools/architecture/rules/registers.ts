// Every unit stands in its index, is named after its path, and every host check has its cases beside it.
import type { ESTree } from 'rolldown/utils';
import { follow, type House, type Violation } from '../house.ts';
import { fileGraph } from './circles.ts';
import type { Source } from '../source.ts';

/** A kind of unit: which files hold one, the property that names it, and the name its path asks for. */
interface Kind {
  readonly unit: string;
  readonly file: RegExp;
  readonly key: 'id' | 'name';
  nameOf(match: RegExpExecArray): string;
}

const kinds: readonly Kind[] = [
  {
    unit: 'probe',
    file: /^packages\/catalog\/src\/probes\/([a-z0-9-]+)\.ts$/,
    key: 'name',
    nameOf: ([, stem]) => stem ?? '',
  },
  {
    unit: 'probe',
    file: /^packages\/catalog\/src\/probes\/windows\/([a-z0-9-]+)\.ts$/,
    key: 'name',
    nameOf: ([, stem]) => `windows-${stem ?? ''}`,
  },
  {
    unit: 'host check',
    file: /^packages\/catalog\/src\/host-checks\/([a-z0-9-]+)\/([a-z0-9-]+)\.ts$/,
    key: 'id',
    nameOf: ([, family, stem]) => `${family}.${stem}`,
  },
  {
    unit: 'framework',
    file: /^packages\/catalog\/src\/frameworks\/([a-z0-9-]+)\.ts$/,
    key: 'id',
    nameOf: ([, stem]) => stem ?? '',
  },
];

/** Judges the units of the catalog. */
export function registers(house: House): readonly Violation[] {
  const paths = new Set(house.sources.map((source) => source.path));
  const registered = registeredIn(house, paths);
  return house.sources.flatMap((source) =>
    kinds.flatMap((kind) => {
      const match = kind.file.exec(source.path);
      if (match === null || source.path.endsWith('/index.ts')) return [];
      return troubles(kind, kind.nameOf(match), source, registered, paths).map((message) => ({
        rule: 'registers',
        path: source.path,
        line: 0,
        message,
      }));
    }),
  );
}

function troubles(
  { unit, key }: Kind,
  name: string,
  source: Source,
  registered: ReadonlySet<string>,
  paths: ReadonlySet<string>,
): readonly string[] {
  const found: string[] = [];
  if (!stringsOf(source, key).includes(name))
    found.push(
      `makes no ${unit} whose ${key} is '${name}', as its path says; what units share stands in another folder`,
    );
  if (!registered.has(source.path))
    found.push(
      `this ${unit} is in no index${unit === 'probe' ? ' and no listed check needs it' : ''}: import it in an index.ts above it and list it there`,
    );
  const cases = source.path.replace(/\.ts$/, '.cases.ts');
  if (unit === 'host check' && !paths.has(cases)) found.push(`has no ${cases} beside it`);
  return found;
}

/** Every string given to a property of this name. */
function stringsOf(source: Source, key: string): readonly string[] {
  const found: string[] = [];
  source.visit({
    Property: (node) => {
      if (node.key.type !== 'Identifier' || node.key.name !== key || node.value.type !== 'Literal') return;
      if (typeof node.value.value === 'string') found.push(node.value.value);
    },
  });
  return found;
}

/** The files that an index of the catalog imports and lists; an index that leads nowhere itself does not count. */
function registeredIn(house: House, paths: ReadonlySet<string>): ReadonlySet<string> {
  const graph = fileGraph(house);
  const reached = new Set<string>();
  const queue = ['packages/catalog/src/index.ts'];
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    if (reached.has(path)) continue;
    reached.add(path);
    queue.push(...(graph.get(path) ?? []));
  }
  const indexes = house.sources.filter(({ path }) => path.endsWith('/index.ts') && reached.has(path));
  const listed = indexes.flatMap((index) => listedBy(index, paths));
  // A probe is collected because a listed check needs it; that is its registration.
  const next = (path: string): readonly string[] => [...(graph.get(path) ?? [])];
  const direct = listed.flatMap(next);
  // Checks of a family may take their needs from a part that they have between them.
  const needed = [...direct, ...direct.filter((path) => path.includes('/parts/')).flatMap(next)].filter((path) =>
    path.includes('/probes/'),
  );
  return new Set([...listed, ...needed]);
}

/** The files whose imports stand in an array or an object of this index. */
function listedBy(index: Source, paths: ReadonlySet<string>): readonly string[] {
  const origin = new Map<string, string>();
  const names = new Set<string>();
  const list = (node: ESTree.Node | null): void => {
    if (node?.type === 'Identifier') names.add(node.name);
  };
  index.visit({
    ImportDeclaration: (node) => {
      const target = follow(index, { specifier: node.source.value, line: 0 }, paths);
      if (target.kind === 'file') for (const { local } of node.specifiers) origin.set(local.name, target.path);
    },
    ArrayExpression: (node) => node.elements.forEach(list),
    Property: (node) => list(node.value),
  });
  return [...origin].flatMap(([name, path]) => (names.has(name) ? [path] : []));
}
