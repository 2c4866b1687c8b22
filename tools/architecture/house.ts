// The whole tree as the rules see it: sources, package files, and what each import leads to.
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { rooms } from './room.ts';
import { parseSource, type Import, type Source } from './source.ts';

/** A rule's complaint, with the reason printed beside it. */
export interface Violation {
  readonly rule: string;
  readonly path: string;
  /** 0 where the whole file is meant. */
  readonly line: number;
  readonly message: string;
}

/** The parts of a package.json that the rules read. */
export interface Manifest {
  readonly name?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

export interface House {
  readonly sources: readonly Source[];
  /** By folder; the root's is ''. */
  readonly manifests: ReadonlyMap<string, Manifest>;
}

/** Where an import leads. */
export type Target =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'ours'; readonly name: string; readonly deeper: boolean }
  | { readonly kind: 'outside'; readonly specifier: string; readonly name: string }
  | { readonly kind: 'missing'; readonly specifier: string }
  | { readonly kind: 'computed' };

const roots = ['packages', 'apps', 'lab', 'tools', 'bench', 'scenarios', 'docs', 'vitest.config.ts', 'package.json'];
const skipped = new Set(['node_modules', 'dist']);

/** Builds the house of a map from path to text; the paths are relative, with `/`. */
export function houseOf(files: ReadonlyMap<string, string>): House {
  const manifests = new Map<string, Manifest>();
  const sources: Source[] = [];
  for (const [path, text] of files) {
    if (path.endsWith('package.json'))
      manifests.set(path.slice(0, -'/package.json'.length), JSON.parse(text) as Manifest);
    else sources.push(parseSource(path, text));
  }
  return { sources, manifests };
}

/** Reads the files of a checkout that the rules judge. */
export function filesOf(root: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const walk = (path: string): void => {
    for (const entry of readdirSync(join(root, path), { withFileTypes: true })) {
      const child = path === '' ? entry.name : `${path}/${entry.name}`;
      if (entry.name.startsWith('.') || skipped.has(entry.name)) continue;
      if (path === '' && !roots.includes(entry.name)) continue;
      if (entry.isDirectory()) walk(child);
      else if (/\.[cm]?[jt]sx?$/.test(entry.name) || entry.name === 'package.json')
        files.set(child, readFileSync(join(root, child), 'utf8'));
    }
  };
  walk('');
  return files;
}

/** Follows an import of a source. */
export function follow(source: Source, { specifier }: Import, paths: ReadonlySet<string>): Target {
  if (specifier === null) return { kind: 'computed' };
  if (specifier.startsWith('.')) {
    const path = join(source.path, '..', specifier);
    return paths.has(path) ? { kind: 'file', path } : { kind: 'missing', specifier };
  }
  const name = packageOf(specifier);
  if (name.startsWith('@bongsu/')) return { kind: 'ours', name, deeper: specifier !== name };
  const scheme = builtinModules.includes(name) ? 'node:' : '';
  return { kind: 'outside', specifier: `${scheme}${specifier}`, name: `${scheme}${name}` };
}

/** The file that a package of ours shows to the others. */
export function indexOf(name: string): string | undefined {
  const room = rooms.find((candidate) => candidate.name === name);
  return room && `${room.folder}/src/${room.floor === 4 ? 'main' : 'index'}.ts`;
}

function packageOf(specifier: string): string {
  const words = specifier.split('/');
  return words.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}
