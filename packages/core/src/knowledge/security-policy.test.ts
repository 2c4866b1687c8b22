// The policy file of secedit: sections, quotes, lists of SIDs, and lines that mean nothing.
import { expect, it } from 'vitest';
import { securityPolicy } from './security-policy.ts';

const lines = [
  '\u{feff}[Unicode]',
  'Unicode=yes',
  '[System Access]\r',
  'MinimumPasswordLength = 8\r',
  'NewAdministratorName = "ops = lead"',
  'LSAAnonymousNameLookup=0',
  '; a comment',
  '= nothing',
  '[Privilege Rights]',
  'SeRemoteShutdownPrivilege = *S-1-5-32-544, ops ,',
  'SeDenyInteractiveLogonRight =',
];

it('reads values by section and key, whatever their case', () => {
  const policy = securityPolicy(lines);
  expect(policy.value('System Access', 'MinimumPasswordLength')).toBe('8');
  expect(policy.value('system access', 'newadministratorname')).toBe('ops = lead');
  expect(policy.value('System Access', 'LockoutDuration')).toBeUndefined();
  expect(policy.value('Event Audit', 'AuditLogonEvents')).toBeUndefined();
  expect(policy.sections).toEqual(['unicode', 'system access', 'privilege rights']);
});

it('tells a right that nobody holds from one that is not defined', () => {
  const policy = securityPolicy(lines);
  expect(policy.right('SeRemoteShutdownPrivilege')).toEqual(['S-1-5-32-544', 'ops']);
  expect(policy.right('SeDenyInteractiveLogonRight')).toEqual([]);
  expect(policy.right('SeInteractiveLogonRight')).toBeUndefined();
});

it('takes each line for what it is', () => {
  const policy = securityPolicy([
    '[A]',
    'k=[v]',
    '[c]=1',
    'word',
    '=0',
    'x="',
    'y="a',
    'z=a"',
    'e=""',
    'q = "a"b" ',
    '[B]',
    'k=1',
    '[a]',
    'l=2',
    '[Privilege Rights]',
    'R = *S-1,a*b',
  ]);
  const values = ['k', '[c]', 'wor', '', 'x', 'y', 'z', 'e', 'q', 'l'].map((key) => policy.value('a', key));
  expect(values).toEqual(['[v]', '1', undefined, undefined, '"', '"a', 'a"', '', 'a"b', '2']);
  expect(policy.sections).toEqual(['a', 'b', 'privilege rights']);
  expect(policy.right('r')).toEqual(['S-1', 'a*b']);
});
