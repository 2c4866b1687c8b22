// A scenario: a host of the lab, one small change, and what a unit must say of it once the real host script has run there.
import type { Profile, VerdictStatus } from '@bongsu/core';
import type { RootSpec, WorldFile } from '@bongsu/lab';

/** A file as it becomes; null takes it away; a function sees what stood there. */
export type Change = WorldFile | null | ((was: WorldFile | undefined, path: string) => WorldFile | null);
export type Changes = Readonly<Record<string, Change>>;

export interface Scenario {
  /** Name of a root of the lab. */
  readonly root: string;
  /** The change in words; the table shows it. */
  readonly name: string;
  readonly changes: Changes;
  readonly expect: VerdictStatus;
  /** A word that the English reason or the evidence must hold. */
  readonly because?: string;
  /** A text that may not stand in anything that the host sent. */
  readonly never?: string;
  readonly profile?: Profile;
  /** Ids of the pitfalls it guards against, separated by blanks. */
  readonly trap?: string;
  /** Programs laid over the root's: name → POSIX sh text; null takes one away. */
  readonly tools?: Readonly<Record<string, string | null>>;
  /** Shell lines run in the root's folder on this machine, for what a file's text cannot say (an access-control list, a size, a mount). */
  readonly prepare?: string;
  /** Read as a mounted image, not as a booted host. */
  readonly image?: true;
}

/** The scenarios of each unit. */
export type ScenarioTable = Readonly<Record<string, readonly Scenario[]>>;

/** One row of a table. */
export function on(
  root: string,
  name: string,
  changes: Changes,
  expect: VerdictStatus,
  more: Omit<Partial<Scenario>, 'root' | 'name' | 'changes' | 'expect'> = {},
): Scenario {
  return { root, name, changes, expect, ...more };
}

type Spelt = Exclude<WorldFile, string>;

function spelt(was: WorldFile | undefined, path: string): Spelt {
  if (was === undefined) throw new Error(`the root has no ${path} to change`);
  return typeof was === 'string' ? { text: was } : was;
}

/** Adds lines at the end of what stands there; makes the file where there is none. */
export function adds(text: string): Change {
  return (was) => (was === undefined ? text : { ...spelt(was, ''), text: `${spelt(was, '').text ?? ''}${text}` });
}

/** Replaces the first match; refuses a change that changes nothing. */
export function edits(from: string | RegExp, to: string): Change {
  return (was, path) => {
    const file = spelt(was, path);
    const text = (file.text ?? '').replace(from, to);
    if (text === file.text) throw new Error(`${path} holds no ${String(from)}`);
    return { ...file, text };
  };
}

/** The same file with another mode or owner. */
export function becomes(facts: { readonly mode?: string; readonly uid?: number; readonly gid?: number }): Change {
  return (was, path) => ({ ...spelt(was, path), ...facts });
}

/** The changes of a scenario as the root's builder takes them. */
export function changesOf(spec: RootSpec, changes: Changes): Record<string, WorldFile | null> {
  return Object.fromEntries(
    Object.entries(changes).map(([path, change]) => [
      path,
      typeof change === 'function' ? change(spec.files[path], path) : change,
    ]),
  );
}
