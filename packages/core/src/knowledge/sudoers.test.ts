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

it.each([
  ['  kim   ALL =\t(ALL)  NOPASSWD:  ALL ', 'kim ALL = (ALL) NOPASSWD: ALL', true, true],
  ['kim ALL=ALL', 'kim ALL=ALL', false, true],
  ['k=ALL', 'k=ALL', false, true],
  ['kim ALL,web=/bin/ls', 'kim ALL,web=/bin/ls', false, false],
  ['kim ALL=(root)ALL', 'kim ALL=(root)ALL', false, true],
  ['kim ALL=(root,ALL) /bin/ls', 'kim ALL=(root,ALL) /bin/ls', false, false],
  ['kim ALL=ALL, /bin/ls', 'kim ALL=ALL, /bin/ls', false, true],
  ['kim ALL=/bin/ls ALLX', 'kim ALL=/bin/ls ALLX', false, false],
  ['kim ALL=/x/Defaults', 'kim ALL=/x/Defaults', false, false],
  ['kim ALL=/x/Cmnd_Alias', 'kim ALL=/x/Cmnd_Alias', false, false],
  ['kim ALL=/x @include', 'kim ALL=/x @include', false, false],
  ['kim ALL=/x #include', 'kim ALL=/x #include', false, false],
  ['xinclude ALL=/x', 'xinclude ALL=/x', false, false],
  ['Defaults a,!authenticate', 'Defaults a,!authenticate', true, false],
])('%j gives', (line, text, withoutPassword, everyCommand) => {
  expect(sudoGrants([line])).toEqual([{ text, withoutPassword, everyCommand }]);
});

it.each([
  '@include x=ALL',
  '#include x=ALL',
  '#x ALL=ALL',
  '=ALL',
  'User_Alias A = ALL',
  'Defaults x=ALL',
  'Defaults authenticate',
])('%j gives nothing', (line) => expect(sudoGrants([line])).toEqual([]));
