// Words of a pack in a real shell: none of them can be anything but a word; paths and globs keep to their places.
import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packCommands } from './command-list.ts';
import { globFault, globMatches, holdsSecrets, pathFault, shellWord } from './shell-word.ts';

it('quotes every word so that the shell gives it back', () => {
  const words = fc.array(
    fc.string({ unit: 'grapheme' }).filter((word) => !/[\0\n]/.test(word)),
    { minLength: 1, maxLength: 30 },
  );
  fc.assert(
    fc.property(words, (some) => {
      const { stdout } = spawnSync('sh', ['-c', `printf '%s\\n' ${some.map(shellWord).join(' ')}`], {
        encoding: 'utf8',
      });
      expect(stdout).toBe(some.map((word) => `${word}\n`).join(''));
    }),
    { numRuns: 40 },
  );
});

it('lets no word with a meaning for shells into a path, a glob or a command', () => {
  const hostile = fc
    .tuple(
      fc.string({ maxLength: 8 }),
      fc.constantFrom(...' \t\n\r\'"`$\\;|&<>(){}[]!#~^\0'),
      fc.string({ maxLength: 8 }),
    )
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(hostile, (word) => {
      expect(pathFault(`/etc/${word}`)).not.toBeNull();
      expect(globFault(`/etc/${word}*`)).not.toBeNull();
      // A unit may hold the backslash of an escaped name: systemd-escape(1).
      for (const { argument } of Object.values(packCommands))
        if (argument !== null && !/^[\w:.@\\-]+$/.test(word)) expect(argument.shape.test(word)).toBe(false);
    }),
  );
});

it.each([
  'etc/x',
  '/etc/../shadow',
  '/etc/./x',
  '/etc//x',
  '/proc/kmsg',
  '/dev/sda',
  '/sys/x',
  '/',
  '',
  `/${'a'.repeat(300)}`,
])('refuses the path %j', (path) => expect(pathFault(path)).not.toBeNull());
it.each([
  '/etc/login.defs',
  '/etc/ssh/sshd_config',
  '/usr/lib/systemd/system/ssh@.service',
  '/opt/app-1.2/conf_d/a+b.cfg',
])('takes the path %s', (path) => expect(pathFault(path)).toBeNull());
it.each(['/home/*', '/etc/*/x.conf', '/etc/x.conf', '/*', '/proc/*', '/etc/[ab]*', '/var/lib/*'])(
  'refuses the glob %s',
  (glob) => expect(globFault(glob)).not.toBeNull(),
);
it.each(['/etc/*.conf', '/etc/cron.d/*', '/opt/app/?.ini', '/etc/.*'])('takes the glob %s', (glob) =>
  expect(globFault(glob)).toBeNull(),
);

it.each([
  ['/etc/*.conf', '/etc/a.conf', true],
  ['/etc/*.conf', '/etc/a/b.conf', false],
  ['/etc/*', '/etc/.hidden', false],
  ['/etc/.*', '/etc/.hidden', true],
  ['/etc/a?c', '/etc/abc', true],
  ['/etc/a?c', '/etc/ac', false],
  ['/etc/*a*b', `/etc/${'a'.repeat(5000)}`, false],
])('%s on %s: %s', (glob, path, expected) => expect(globMatches(glob, path)).toBe(expected));

it.each([
  '/etc/shadow',
  '/etc/shadow-',
  '/etc/gshadow',
  '/etc/ssh/ssh_host_rsa_key',
  '/opt/a/server.key',
  '/root/.ssh/id_rsa',
  '/etc/ssl/private/x',
  '/opt/keys.p12',
])('knows that %s holds secrets', (path) => expect(holdsSecrets(path)).toBe(true));
it.each(['/etc/ssh/sshd_config', '/etc/ssl/openssl.cnf', '/etc/ssh/ssh_host_rsa_key.pub'])('lets %s be read', (path) =>
  expect(holdsSecrets(path)).toBe(false),
);
