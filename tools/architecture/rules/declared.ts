// Each package's own dependency list against what its files import: nothing borrowed from a neighbour, nothing dead.
import { follow, type House, type Manifest, type Violation } from '../house.ts';
import { roomOf, rooms } from '../room.ts';
import type { Source } from '../source.ts';

interface Use {
  readonly name: string;
  readonly source: Source;
  readonly line: number;
}

/** Judges the dependency lists of all packages. */
export function declared(house: House): readonly Violation[] {
  const root = house.manifests.get('') ?? {};
  const uses = usesOf(house);
  return [...house.manifests].flatMap(([folder, manifest]) => {
    const own = uses.filter(({ source }) => manifestFolder(house, source.path) === folder);
    const undeclared = own.filter((use) => !isDeclared(use, manifest, root));
    return [...undeclared.map((use) => missing(use, folder)), ...(folder === '' ? [] : dead(folder, manifest, own))];
  });
}

function usesOf(house: House): readonly Use[] {
  const paths = new Set(house.sources.map((source) => source.path));
  return house.sources.flatMap((source) =>
    source.imports.flatMap((imported) => {
      const target = follow(source, imported, paths);
      const counts = target.kind === 'ours' || (target.kind === 'outside' && !target.name.startsWith('node:'));
      return counts ? [{ name: target.name, source, line: imported.line }] : [];
    }),
  );
}

function manifestFolder(house: House, path: string): string {
  const room = roomOf(path);
  return room !== undefined && house.manifests.has(room.folder) ? room.folder : '';
}

function isDeclared({ name, source }: Use, manifest: Manifest, root: Manifest): boolean {
  if (manifest.dependencies?.[name] !== undefined) return true;
  // Tests and tools run only in the checkout, where every workspace is linked and the root's own list is installed.
  const inCheckout = source.isTest || manifest === root;
  if (!inCheckout) return false;
  const ours = rooms.some((room) => room.name === name);
  return ours || manifest.devDependencies?.[name] !== undefined || root.devDependencies?.[name] !== undefined;
}

function missing({ name, source, line }: Use, folder: string): Violation {
  const where = folder === '' ? 'package.json' : `${folder}/package.json`;
  const message = `imports ${name}, which ${where} does not declare: it would be borrowed from a neighbour`;
  return { rule: 'declared', path: source.path, line, message };
}

function dead(folder: string, manifest: Manifest, uses: readonly Use[]): readonly Violation[] {
  const imported = new Set(uses.filter(({ source }) => !source.isTest).map(({ name }) => name));
  return Object.keys(manifest.dependencies ?? {})
    .filter((name) => !imported.has(name))
    .map((name) => ({
      rule: 'declared',
      path: `${folder}/package.json`,
      line: 0,
      message: `declares ${name}, which no source of it imports: remove it, or make it a devDependency of its tests`,
    }));
}
