// Rows of a MySQL or MariaDB client: every field, what a cut row lacks, and values that the client had to escape.
import { expect, it } from 'vitest';
import { said } from '../testing/records.ts';
import { mysqlAnswers } from './answers.ts';

const rows = (...lines: string[][]) => said('answers 811', lines.map((fields) => fields.join('\t')).join('\n'));

it('reads accounts', () => {
  const told = rows(
    ['account', 'root', 'localhost', 'auth_socket', 'empty', 'N', 'N', 'default', 'N', ''],
    ['account', 'app', '%', '', 'set', 'Y', 'Y', '90', 'N', ''],
    ['account', 'dba', '', 'unix_socket', 'unusable', 'N', 'N', '0', 'Y', '["mysql_native_password", "ed25519"]'],
    ['account', 'odd', 'h', 'x', 'other'],
    ['account'],
  );
  const rest = { locked: false, expired: false, lifetime: '', role: false, others: [] };
  expect(mysqlAnswers(told).accounts).toEqual([
    { ...rest, user: 'root', host: 'localhost', plugin: 'auth_socket', verifier: 'empty', lifetime: 'default' },
    {
      user: 'app',
      host: '%',
      plugin: 'mysql_native_password',
      verifier: 'set',
      locked: true,
      expired: true,
      lifetime: '90',
      role: false,
      others: [],
    },
    {
      ...rest,
      user: 'dba',
      host: '',
      plugin: 'unix_socket',
      verifier: 'unusable',
      lifetime: '0',
      role: true,
      others: ['mysql_native_password', 'ed25519'],
    },
    { ...rest, user: 'odd', host: 'h', plugin: 'x', verifier: 'set' },
    { ...rest, user: '', host: '', plugin: 'mysql_native_password', verifier: 'set' },
  ]);
});

it('reads rights, roles, variables, plugins and what was answered to its end', () => {
  const told = rows(
    ['right', "'root'@'localhost'", 'SUPER', 'YES'],
    ['right', "'o'@'brien'@'10.%'", 'FILE', 'NO'],
    ['right', 'PUBLIC', 'SELECT', 'YES'],
    ['right', "'@'%'", 'SELECT', 'YES'],
    ['right'],
    ['grant', "'app'@'%'", 'mysql', '*', 'SELECT', 'YES'],
    ['grant'],
    ['role', 'dba', '%', 'kim', 'localhost'],
    ['role'],
    ['variable', 'GENERAL_LOG', 'ON'],
    ['variable', 'log_output'],
    ['variable'],
    ['plugin', 'Server_Audit', 'ACTIVE', 'AUDIT'],
    ['plugin', 'cracklib_password_check', 'DISABLED', 'PASSWORD VALIDATION'],
    ['plugin'],
    ['component', 'file://component_Validate_password'],
    ['component'],
    ['end', 'accounts'],
    ['end'],
    ['other', 'x'],
  );
  expect(mysqlAnswers(told)).toEqual({
    answered: new Set(['accounts', '']),
    accounts: [],
    rights: [
      { grantee: 'root@localhost', right: 'SUPER', grantable: true, on: '' },
      { grantee: "o'@'brien@10.%", right: 'FILE', grantable: false, on: '' },
      { grantee: 'PUBLIC', right: 'SELECT', grantable: true, on: '' },
      { grantee: '@%', right: 'SELECT', grantable: true, on: '' },
      { grantee: '', right: '', grantable: false, on: '' },
      { grantee: 'app@%', right: 'SELECT', grantable: true, on: 'mysql.*' },
      { grantee: '', right: '', grantable: false, on: '.' },
    ],
    roles: [
      { role: 'dba@%', to: 'kim@localhost' },
      { role: '@', to: '@' },
    ],
    variables: new Map([
      ['general_log', 'ON'],
      ['log_output', ''],
      ['', ''],
    ]),
    plugins: ['server_audit', 'file://component_validate_password', ''],
  });
});

it('takes back what the client escaped', () => {
  const told = said('answers 811', String.raw`variable${'\t'}x${'\t'}a\tb\nc\0d\\e\q\\t`);
  expect(mysqlAnswers(told).variables.get('x')).toBe('a\tb\nc\0d\\e\\q\\t');
});

it('knows nothing where nothing was answered', () => {
  expect(mysqlAnswers(undefined)).toEqual({
    answered: new Set(),
    accounts: [],
    rights: [],
    roles: [],
    variables: new Map(),
    plugins: [],
  });
});
