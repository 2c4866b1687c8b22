// Where each account's password stands and of what kind it is: passwd's second field and shadow's line together.
import type { LocalAccount, PasswordField } from '@bongsu/core';
import { passwordField } from '@bongsu/core';
import type { Shadow } from '../probes/shadow.ts';

export interface StoredPassword extends PasswordField {
  readonly name: string;
  readonly place: 'passwd' | 'shadow';
  /** `path:line`. */
  readonly source: string;
}

/** Every password field that holds something of its own; `x` in passwd only points to shadow. */
export function storedPasswords(users: readonly LocalAccount[], shadow: Shadow): StoredPassword[] {
  return [
    ...users
      .filter((user) => user.password !== 'x')
      .map(({ name, password, line }) => ({
        name,
        ...passwordField(password),
        place: 'passwd' as const,
        source: `/etc/passwd:${line}`,
      })),
    ...shadow.entries.map(({ name, state, hash, line }) => ({
      name,
      state,
      hash,
      place: 'shadow' as const,
      source: `/etc/shadow:${line}`,
    })),
  ];
}

/** Accounts whose `x` points to a line of shadow that is not there or could not be told apart. */
export function pointingNowhere(users: readonly LocalAccount[], shadow: Shadow): LocalAccount[] {
  const names = new Set(shadow.entries.map((entry) => entry.name));
  return users.filter((user) => user.password === 'x' && !names.has(user.name));
}

/** A field as evidence shows it: `kim: locked (md5 kept)`. */
export function passwordShown({ name, state, hash }: StoredPassword): string {
  if (state === 'none') return `${name}: empty, no password asked`;
  if (state === 'invalid') return `${name}: neither a hash nor a lock mark (value hidden)`;
  return state === 'locked' && hash !== null ? `${name}: locked (${hash} kept)` : `${name}: ${state}`;
}
