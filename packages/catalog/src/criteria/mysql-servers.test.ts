// Accounts of MySQL and MariaDB: whose they are, and which rights they hold through roles.
import { expect, it } from 'vitest';
import type { MysqlAccount, MysqlAnswers } from '../probes/mysql/answers.ts';
import { administrators, engineAccount, heldRights, listed, passwordPlugin } from './mysql-servers.ts';

it.each([
  ['mysql.sys@localhost', true],
  ['mysql.session@localhost', true],
  ['mysql.infoschema@localhost', true],
  ['mariadb.sys@localhost', true],
  ['debian-sys-maint@localhost', true],
  ['mysql@localhost', true],
  ['PUBLIC@', true],
  ['rdsadmin@localhost', true],
  ['rdsadmin@%', true],
  ['mysql.sys@%', false],
  ['mysql@%', false],
  ['rdsadmin2@%', false],
  ['my.rdsadmin@%', false],
  ['root@localhost', false],
])('%s is the engine’s own: %s', (name, own) => {
  expect(engineAccount(name)).toBe(own);
});

it.each([
  ['', true],
  ['mysql_native_password', true],
  ['mysql_old_password', true],
  ['sha256_password', true],
  ['caching_sha2_password', true],
  ['ed25519', true],
  ['client_ed25519', true],
  ['parsec', true],
  ['unix_socket', false],
  ['auth_parsec', false],
  ['sha256_password_x', false],
])('plugin %j compares a password: %s', (plugin, compares) => {
  expect(passwordPlugin(plugin)).toBe(compares);
});

it.each([
  ['backup@10.0.0.5', true],
  ['backup@%', true],
  ['a@b@%', true],
  ['kim@10.0.0.5', true],
  ['kim@%', false],
  ['back@%', false],
])('%s is on the list: %s', (name, on) => {
  expect(listed(['backup', 'a@b', 'kim@10.0.0.5'], name)).toBe(on);
});

const account = (user: string, change: Partial<MysqlAccount> = {}): MysqlAccount => ({
  user,
  host: '%',
  plugin: 'caching_sha2_password',
  verifier: 'set',
  locked: false,
  expired: false,
  lifetime: 'default',
  role: false,
  others: [],
  ...change,
});
const right = (grantee: string, name: string, on = '') => ({ grantee, right: name, grantable: false, on });
const answers: MysqlAnswers = {
  answered: new Set(),
  accounts: [
    account('kim'),
    account('lee'),
    account('old', { locked: true }),
    account('ops', { role: true }),
    account('power', { role: true }),
  ],
  rights: [
    right('kim@%', 'SELECT', 'shop.*'),
    right('power@%', 'SUPER'),
    right('power@%', 'FILE'),
    right('power@%', 'SUPER'),
    right('other@%', 'SUPER'),
    right('old@%', 'SUPER'),
    right('lee@%', 'SELECT'),
  ],
  roles: [
    { role: 'ops@%', to: 'kim@%' },
    { role: 'power@%', to: 'ops@%' },
    { role: 'ops@%', to: 'power@%' },
    { role: 'other@%', to: 'old@%' },
  ],
  variables: new Map(),
  plugins: [],
};

it('holds the rights of roles of roles, and of nobody else', () => {
  expect(heldRights(answers).map(({ account: name, shown }) => `${name}: ${shown}`)).toEqual([
    'kim@%: SELECT',
    'kim@%: SUPER (power@%)',
    'kim@%: FILE (power@%)',
    'kim@%: SUPER (power@%)',
    'lee@%: SELECT',
  ]);
});

it('knows administrators by those rights, each told once', () => {
  expect([...administrators(answers)]).toEqual([['kim@%', ['SUPER (power@%)', 'FILE (power@%)']]]);
});
