// Grants in sudoers: which lines give rights, without a password, without a limit.
import { expect, it } from 'vitest';
import { sudoGrants, sudoReads } from './sudoers.ts';

it.each([
  ['ec2-user ALL=(ALL) NOPASSWD:ALL', true, true],
  ['%wheel\tALL=(ALL)\tALL', false, true],
  ['%sudo ALL=(ALL:ALL) NOPASSWD : ALL', true, true],
  ['kim ALL = (root) /usr/bin/systemctl (arguments hidden), ALL', false, true],
  ['#1000 ALL=/bin/ls', false, false],
  ['kim ALL=(ALL) /bin/ls', false, false],
  ['kim ALL=PASSWD: /bin/ls, NOPASSWD: /bin/cat', true, false],
  ['kim ALL=(ALL) ALL : web=(www) /bin/ls', false, true],
  ['Defaults:kim !authenticate', true, false],
])('%s', (line, withoutPassword, everyCommand) => {
  expect(sudoGrants([line])).toMatchObject([{ withoutPassword, everyCommand }]);
});

it.each([
  '',
  '# kim ALL=(ALL) ALL',
  '#include /etc/x=ALL',
  '@includedir /etc/sudoers.d',
  'User_Alias A = kim',
  'Cmnd_Alias ALLX = /bin/ls',
  'Defaults env_reset',
  'Defaults secure_path = ALL',
])('no grant: %s', (line) => expect(sudoGrants([line])).toEqual([]));

it('reads the files of an include directory by their names', () => {
  expect(['90-cloud-init-users', 'kim', 'kim.bak', 'kim~', 'README'].map(sudoReads)).toEqual([
    true,
    true,
    false,
    false,
    true,
  ]);
});
