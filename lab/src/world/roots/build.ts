// Writes a root to disk: files with their modes and owners, links, folders, and the programs that answer on it.
import { chmodSync, chownSync, lchownSync, mkdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { midnight } from '../clock.ts';
import type { RootSpec, WorldFile } from '../spec.ts';

/** A root on disk, ready to be one instance's. */
export interface BuiltRoot {
  readonly dir: string;
  /** Name of the RootSpec it was built from. */
  readonly kind: string;
  readonly platformName: string;
  readonly platformVersion: string;
  /**
   * True where owners on disk are those of the spec, which takes real root. Otherwise every file belongs to the user who built it; seen
   * from inside (bubblewrap maps that user to 0, the path prefix brings its own `stat` and `find`) all of them are root's.
   */
  readonly ownersFaithful: boolean;
}

/** Where the programs of a root stand; first on PATH. */
export const toolFolder = '/opt/lab/bin';

/** All files get this time, so that the same root is the same bytes every time: 2025-01-01T00:00:00Z. */
const fileTime = new Date(Date.UTC(2025, 0, 1));

/**
 * Builds `spec` with `changes` laid over its files (null removes one) and `tools` over its programs.
 * @param intoDir the root's folder; made where it is missing, and must be empty
 */
export async function rootBuild(
  spec: RootSpec,
  changes: Readonly<Record<string, WorldFile | null>>,
  tools: Readonly<Record<string, string>>,
  intoDir: string,
): Promise<BuiltRoot> {
  const files = new Map<string, WorldFile | null>(Object.entries(spec.files));
  for (const [path, change] of Object.entries(changes)) files.set(path, change);
  for (const [name, text] of Object.entries({ ...spec.tools, ...tools }))
    files.set(`${toolFolder}/${name}`, { text, mode: '0755' });
  const faithful = process.getuid?.() === 0;
  const folders = new Map<string, WorldFile>([['/', { dir: true }]]);
  for (const path of [...files.keys()].sort()) {
    const file = files.get(path);
    if (file === null || file === undefined) continue;
    if (!/^\/[^/]/.test(path) || path.split('/').includes('..'))
      throw new Error(`${spec.name}: ${path} is not a path of a root`);
    for (let above = dirname(path); !folders.has(above); above = dirname(above)) folders.set(above, { dir: true });
    if (typeof file !== 'string' && file.dir) folders.set(path, file);
    else {
      mkdirSync(join(intoDir, dirname(path)), { recursive: true });
      filePlace(join(intoDir, path), file, faithful);
    }
  }
  // Folders last and the deepest first: a folder that only root may enter would shut out the rest for an ordinary user.
  for (const [path, folder] of [...folders].sort(([a], [b]) => (a < b ? 1 : -1))) {
    mkdirSync(join(intoDir, path), { recursive: true });
    modePlace(join(intoDir, path), folder, '0755', faithful);
  }
  return {
    dir: intoDir,
    kind: spec.name,
    platformName: spec.platformName,
    platformVersion: spec.platformVersion,
    ownersFaithful: faithful,
  };
}

function filePlace(place: string, file: WorldFile, faithful: boolean): void {
  const given = typeof file === 'string' ? { text: file } : file;
  if (given.link !== undefined) {
    symlinkSync(given.link, place);
    if (faithful) lchownSync(place, given.uid ?? 0, given.gid ?? 0);
    return;
  }
  writeFileSync(place, given.text ?? '');
  modePlace(place, given, '0644', faithful);
}

/** Owner before mode: changing the owner takes setuid away. */
function modePlace(place: string, file: WorldFile, otherwise: string, faithful: boolean): void {
  const given = typeof file === 'string' ? {} : file;
  if (faithful) chownSync(place, given.uid ?? 0, given.gid ?? 0);
  const mode = Number.parseInt(given.mode ?? otherwise, 8);
  // An ordinary user keeps the right to clear a folder away again.
  chmodSync(place, faithful || !given.dir ? mode : mode | 0o700);
  const time = given.fresh ? midnight() : fileTime;
  utimesSync(place, time, time);
}
