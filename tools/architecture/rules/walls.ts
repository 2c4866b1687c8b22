// Who may import whom: every import of every file against the table of rooms, with the reason of the ban it breaks.
import { follow, type House, type Target, type Violation } from '../house.ts';
import { labDoor, listed, type Room, roomOf, rooms, shellDoor } from '../room.ts';
import type { Source } from '../source.ts';

/** What tests may lean on wherever they stand; the last is the grammar by which PowerShell is read. */
const testTools = ['vitest', 'fast-check', 'node:*', '@vscode/tree-sitter-wasm'];

/** Judges every import of the house. */
export function walls(house: House): readonly Violation[] {
  const paths = new Set(house.sources.map((source) => source.path));
  const tests = new Set(house.sources.filter((source) => source.isTest).map((source) => source.path));
  return house.sources.flatMap((source) => {
    const room = roomOf(source.path);
    if (room === undefined) return strayed(source);
    return source.imports.flatMap((imported) => {
      const target = follow(source, imported, paths);
      const leans = target.kind === 'file' && tests.has(target.path) && !source.isTest;
      const message = leans ? `leans on ${target.path}, which is there for tests` : refusal(source, room, target);
      return message === null ? [] : [{ rule: 'walls', path: source.path, line: imported.line, message }];
    });
  });
}

function strayed({ path }: Source): readonly Violation[] {
  if (!path.includes('/')) return [];
  return [{ rule: 'walls', path, line: 0, message: 'stands in no room of tools/architecture/room.ts; give it a row' }];
}

/** Why this import is refused; null where it is allowed. */
function refusal(source: Source, room: Room, target: Target): string | null {
  switch (target.kind) {
    case 'computed':
      return 'imports a computed name: no check can follow it; write the name as a string';
    case 'missing':
      return `imports ${target.specifier}, which is not a file of the tree`;
    case 'file':
      if (target.path.startsWith(`${room.folder}/`)) return null;
      return `reaches into ${target.path}: rooms meet only through each other's package name and index`;
    case 'ours':
      if (target.name === room.name) return `imports its own package by name: inside a package write the relative path`;
      if (target.deeper) return `imports past the index of ${target.name}: only what the index exports is promised`;
      return allowedOurs(source, room, target.name) ? null : banned(room, target.name, target.name);
    case 'outside':
      return allowedOutside(source, room, target) ? null : banned(room, target.specifier, target.name);
  }
}

function allowedOurs({ path, isTest }: Source, room: Room, name: string): boolean {
  if (room.ours.includes(name) || (labDoor.test(path) && name === '@bongsu/lab')) return true;
  return isTest && testOurs(room).includes(name);
}

/** A test may also use what stands on its own floor or below, and the lab; the lab's own tests stay in the lab. */
function testOurs(room: Room): readonly string[] {
  const { floor } = room;
  if (floor === 'beside') return [];
  const below = rooms.filter((other) => other.floor !== 'beside' && other.floor !== 4 && other.floor <= floor);
  return [...below.map((other) => other.name), '@bongsu/lab'];
}

function allowedOutside({ path, isTest }: Source, room: Room, target: { specifier: string; name: string }): boolean {
  if (shellDoor.test(path) && target.name === 'node:fs') return true;
  const list = isTest ? [...room.outside, ...testTools] : room.outside;
  return listed(target.specifier, list) || listed(target.name, list);
}

function banned(room: Room, specifier: string, name: string): string {
  const ban = room.never.find(({ what }) => listed(specifier, what) || listed(name, what));
  return `${room.name} must not import ${specifier}: ${ban?.because ?? room.because}`;
}
