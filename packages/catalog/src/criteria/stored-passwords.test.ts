// A password field as evidence shows it: its kind, and never a part of it.
import type { PasswordField } from '@bongsu/core';
import { expect, it } from 'vitest';
import { passwordShown } from './stored-passwords.ts';

it.each<[PasswordField, string]>([
  [{ state: 'none', hash: null }, 'kim: empty, no password asked'],
  [{ state: 'invalid', hash: null }, 'kim: neither a hash nor a lock mark (value hidden)'],
  [{ state: 'locked', hash: 'md5' }, 'kim: locked (md5 kept)'],
  [{ state: 'locked', hash: null }, 'kim: locked'],
])('%j', (field, shown) => {
  expect(passwordShown({ name: 'kim', place: 'shadow', source: '/etc/shadow:1', ...field })).toBe(shown);
});
