// Cases of mysql.password-policy.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky8, rocky9, ubuntu22 } from '../hosts.ts';
import { account, mariadb, mysqlImage, mysqlRefuses, mysqlRuns, noServer } from '../mysql-hosts.ts';

const variables = (values: Readonly<Record<string, string>>) =>
  Object.entries(values).map(([name, value]) => ['variable', name, value]);
const strict = {
  'validate_password.policy': 'MEDIUM',
  'validate_password.length': '8',
  'validate_password.mixed_case_count': '1',
  'validate_password.number_count': '1',
  'validate_password.special_char_count': '1',
};
const life = (days: string) => ({ default_password_lifetime: days });
const root = account('root', 'localhost');
const simple = {
  simple_password_check_minimal_length: '8',
  simple_password_check_letters_same_case: '1',
  simple_password_check_digits: '1',
  simple_password_check_other_characters: '1',
};

export const mysqlPasswordPolicyCases: readonly HostCase[] = [
  {
    name: 'the component and 90 days',
    host: rocky9,
    ...mysqlRuns({ rows: [root, ...variables({ ...strict, ...life('90') })] }),
    expect: 'pass',
  },
  {
    name: 'the plugin of 5.7 by number',
    host: al2,
    ...mysqlRuns({
      hello: '5.7.44\tMySQL\troot@localhost',
      rows: [
        root,
        ...variables({
          validate_password_policy: '1',
          validate_password_length: '10',
          validate_password_mixed_case_count: '1',
          validate_password_number_count: '1',
          validate_password_special_char_count: '1',
          ...life('60'),
        }),
      ],
    }),
    expect: 'pass',
  },
  {
    name: 'stock MySQL 8: nothing judges, nothing ends',
    host: ubuntu22,
    ...mysqlRuns({ rows: [root, ...variables(life('0'))] }),
    expect: 'fail',
    because: 'no plugin or component',
    trap: '0 is a smaller number than 90 and means never',
  },
  {
    name: 'LOW asks for a length only',
    host: al2023,
    ...mysqlRuns({ rows: [root, ...variables({ ...strict, 'validate_password.policy': 'LOW', ...life('90') })] }),
    expect: 'fail',
    because: 'LOW',
  },
  {
    name: 'too short',
    host: rocky9,
    ...mysqlRuns({ rows: [root, ...variables({ ...strict, 'validate_password.length': '6', ...life('90') })] }),
    expect: 'fail',
  },
  {
    name: 'one account never expires',
    host: rocky9,
    ...mysqlRuns({
      rows: [
        root,
        account('app', '10.%', 'caching_sha2_password', 'set', ['N', 'N', '0']),
        ...variables({ ...strict, ...life('90') }),
      ],
    }),
    expect: 'fail',
    because: 'app@10.%: never',
  },
  {
    name: 'longer, by policy',
    host: rocky9,
    ...mysqlRuns({ rows: [root, ...variables({ ...strict, ...life('180') })] }),
    parameters: { days: 180 },
    expect: 'pass',
  },
  {
    name: 'MariaDB with simple_password_check',
    host: debian12,
    ...mysqlRuns({
      hello: mariadb,
      rows: [
        root,
        ['plugin', 'simple_password_check', 'ACTIVE', 'PASSWORD VALIDATION'],
        ...variables({ ...simple, ...life('90') }),
      ],
    }),
    expect: 'pass',
  },
  {
    name: 'MariaDB with a plugin that was switched off',
    host: rocky8,
    ...mysqlRuns({
      hello: mariadb,
      rows: [root, ['plugin', 'simple_password_check', 'DISABLED', 'PASSWORD VALIDATION'], ...variables(life('90'))],
    }),
    expect: 'fail',
  },
  {
    name: 'cracklib alone',
    host: debian12,
    ...mysqlRuns({
      hello: mariadb,
      rows: [root, ['plugin', 'cracklib_password_check', 'ACTIVE', 'PASSWORD VALIDATION'], ...variables(life('90'))],
    }),
    expect: 'manual',
    because: 'cracklib',
  },
  {
    name: 'the server wants a password: its files are shown',
    host: rocky9,
    ...mysqlRefuses({ files: { '/etc/my.cnf': '[mysqld]\ndefault_password_lifetime=90\n' } }),
    expect: 'manual',
    because: 'default-password-lifetime = 90',
  },
  {
    name: 'an image cannot be asked',
    host: image(al2023),
    ...mysqlImage('[mysqld]\ndefault_password_lifetime=0\n'),
    expect: 'manual',
  },
  { name: 'no server', host: ubuntu22, ...noServer, expect: 'notApplicable' },
  {
    name: 'longer than the guide',
    host: rocky9,
    ...mysqlRuns({ rows: [root, ...variables({ ...strict, ...life('91') })] }),
    expect: 'fail',
    because: 'root@localhost: 91 days',
    shows: ['"default_password_lifetime","found":"91"', '"validate_password.length","found":"8"'],
  },
  {
    name: 'an account with a life of its own, and those that have no password of theirs to change',
    host: rocky9,
    ...mysqlRuns({
      rows: [
        account('root', 'localhost', 'caching_sha2_password', 'set', ['N', 'N', '60']),
        account('kim', '%', 'pam', 'set', ['N', 'N', '0']),
        account('batch', 'localhost', 'mysql_native_password', 'unusable', ['N', 'N', '0']),
        account('debian-sys-maint', 'localhost', 'caching_sha2_password', 'set', ['N', 'N', '0']),
        ...variables({ ...strict, ...life('90') }),
      ],
      files: { '/etc/my.cnf': '[mysqld]\ndefault_password_lifetime=0\n' },
    }),
    expect: 'pass',
    hides: ['/etc/my.cnf', 'batch@'],
  },
  ...['number_count', 'mixed_case_count', 'special_char_count'].map(
    (count): HostCase => ({
      name: `${count} asks for none`,
      host: al2023,
      ...mysqlRuns({ rows: [root, ...variables({ ...strict, [`validate_password.${count}`]: '0', ...life('90') })] }),
      expect: 'fail',
      because: 'not enforced',
    }),
  ),
  ...['letters_same_case', 'digits', 'other_characters'].map(
    (count): HostCase => ({
      name: `simple_password_check of MariaDB, ${count} asks for none`,
      host: debian12,
      ...mysqlRuns({
        hello: mariadb,
        rows: [
          root,
          ['plugin', 'simple_password_check', 'ACTIVE', 'PASSWORD VALIDATION'],
          ...variables({ ...simple, [`simple_password_check_${count}`]: '0', ...life('90') }),
        ],
      }),
      expect: 'fail',
    }),
  ),
  {
    name: 'simple_password_check of MariaDB, too short',
    host: debian12,
    ...mysqlRuns({
      hello: mariadb,
      rows: [
        root,
        ['plugin', 'simple_password_check', 'ACTIVE', 'PASSWORD VALIDATION'],
        ...variables({ ...simple, simple_password_check_minimal_length: '7', ...life('90') }),
      ],
    }),
    expect: 'fail',
  },
  {
    name: 'LOW by number, and counts that this server does not tell',
    host: al2,
    ...mysqlRuns({
      hello: '5.7.44\tMySQL\troot@localhost',
      rows: [root, ...variables({ ...strict, 'validate_password.policy': '0', ...life('90') })],
    }),
    expect: 'fail',
  },
  {
    name: 'a server that tells neither counts nor ages',
    host: al2,
    ...mysqlRuns({
      hello: '5.6.51\tMySQL\troot@localhost',
      rows: [root, ...variables({ validate_password_policy: 'MEDIUM', validate_password_length: '8' })],
    }),
    expect: 'fail',
    because: 'not known to this version',
    shows: ['"validate_password_number_count","found":"not set"', 'never expires'],
  },
  {
    name: 'the server wants a password: all that its files say is shown',
    host: rocky9,
    ...mysqlRefuses({
      files: {
        '/etc/my.cnf':
          '[mysqld]\nplugin-load-add=validate_password.so\nvalidate_password\nvalidate_password.policy=LOW\nport=3306\n',
      },
    }),
    expect: 'manual',
    because: 'validate-password.policy = LOW',
    shows: ['plugin-load-add = validate_password.so', 'validate-password = on'],
    hides: ['port'],
  },
];
