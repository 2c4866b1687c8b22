// Cases of log.policy.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky9, ubuntu22 } from '../hosts.ts';

const units = (...names: string[]) => ({
  units: { stdout: names.map((name) => `${name} loaded active running\n`).join('') },
  'unit-files': { stdout: '' },
});
const rsyslog = units('rsyslog.service', 'systemd-journald.service');
const journald = units('systemd-journald.service');
const redHat =
  '*.info;mail.none;authpriv.none;cron.none\t/var/log/messages\nauthpriv.*\t/var/log/secure\nmail.*\t-/var/log/maillog\ncron.*\t/var/log/cron\n*.emerg\t:omusrmsg:*\n';
const fresh = [['written', '/var/log/messages', '60']] as const;
const conf = '/etc/rsyslog.conf';

export const logPolicyCases: readonly HostCase[] = [
  {
    name: 'stock of Red Hat',
    host: rocky9,
    files: { [conf]: redHat },
    commands: rsyslog,
    notes: fresh,
    expect: 'pass',
  },
  {
    name: 'stock of Ubuntu: the rules stand in rsyslog.d',
    host: ubuntu22,
    files: {
      [conf]: '\n',
      '/etc/rsyslog.d/50-default.conf':
        'auth,authpriv.*\t/var/log/auth.log\n*.*;auth,authpriv.none\t-/var/log/syslog\nmail.*\t-/var/log/mail.log\n',
    },
    commands: rsyslog,
    notes: [['written', '/var/log/syslog', '5']],
    expect: 'pass',
    because: '50-default.conf:1',
    trap: 'U-72(2)',
  },
  {
    name: 'logins are not kept',
    host: al2,
    files: { [conf]: redHat.replace(/authpriv\.\*.*\n/, '') },
    commands: rsyslog,
    notes: fresh,
    expect: 'fail',
    because: 'authpriv.info',
  },
  {
    name: 'mail is thrown away',
    host: al2,
    files: { [conf]: redHat.replace('-/var/log/maillog', '/dev/null') },
    commands: rsyslog,
    notes: fresh,
    expect: 'fail',
    because: 'mail.info',
  },
  {
    name: 'a script may keep the rest',
    host: rocky9,
    files: { [conf]: `${redHat.replace(/cron\.\*.*\n/, '')}script\n` },
    commands: rsyslog,
    notes: fresh,
    expect: 'manual',
    because: 'cron.info',
    trap: 'U-72(2)',
  },
  {
    name: 'rules stand, and nothing is written',
    host: rocky9,
    files: { [conf]: redHat },
    commands: rsyslog,
    notes: [['written', '/var/log/messages', '2592000']],
    expect: 'fail',
    because: '30 days',
    trap: 'U-72(3)',
  },
  {
    name: 'the journal alone, on disk',
    host: debian12,
    files: { '/etc/systemd/journald.conf': '#Storage=auto\n', '/var/log/journal': { type: 'dir', mode: '2755' } },
    commands: journald,
    notes: [['written', '/var/log/journal/abc/system.journal', '10']],
    expect: 'pass',
    trap: 'U-72(1)',
  },
  {
    name: 'the journal alone, in memory',
    host: al2023,
    files: { '/var/log/journal': 'absent' },
    commands: journald,
    notes: [['written', '/run/log/journal/abc/system.journal', '10']],
    expect: 'fail',
    because: 'next boot',
  },
  {
    name: 'a drop-in makes it volatile',
    host: debian12,
    files: {
      '/var/log/journal': { type: 'dir' },
      '/etc/systemd/journald.conf': 'Storage=persistent\n',
      '/etc/systemd/journald.conf.d/10-x.conf': 'Storage=volatile\n',
    },
    commands: journald,
    expect: 'fail',
    because: '10-x.conf',
  },
  { name: 'syslog-ng is for a person', host: rocky9, commands: units('syslog-ng.service'), expect: 'manual' },
  { name: 'nobody logs', host: rocky9, commands: units('sshd.service'), expect: 'fail', because: 'no log daemon' },
  {
    name: 'a container may leave it to its host',
    host: { ...debian12, container: true },
    commands: units('sshd.service'),
    expect: 'manual',
  },
  {
    name: 'an image is judged by what would be kept',
    host: image(debian12),
    files: { '/usr/lib/systemd/system/systemd-journald.service': '', '/var/log/journal': { type: 'dir' } },
    expect: 'pass',
  },
  {
    name: 'rules that cannot be read',
    host: rocky9,
    files: { [conf]: 'unreadable' },
    commands: rsyslog,
    expect: 'unknown',
  },
  {
    name: 'an agent that ships logs is shown',
    host: al2023,
    files: { '/var/log/journal': { type: 'dir' } },
    commands: units('systemd-journald.service', 'amazon-cloudwatch-agent.service'),
    notes: [['written', '/var/log/journal/0123/system.journal', '60']],
    expect: 'pass',
    because: 'amazon-cloudwatch-agent.service',
    trap: 'U-72(4)',
  },
  {
    name: 'shipping replaces no rule that is missing',
    host: al2,
    files: { [conf]: redHat.replace(/authpriv\.\*.*\n/, '') },
    commands: units('rsyslog.service', 'amazon-cloudwatch-agent.service'),
    notes: fresh,
    expect: 'fail',
    because: 'authpriv.info',
    trap: 'U-72(4)',
  },
  {
    name: 'a policy that wants more logs',
    host: rocky9,
    files: { [conf]: redHat },
    commands: rsyslog,
    notes: fresh,
    parameters: { kept: ['authpriv.info', 'local3.info', 'mail.debug'] },
    expect: 'pass',
  },
  {
    name: 'a policy that wants debugging, which no rule keeps',
    host: rocky9,
    files: { [conf]: redHat },
    commands: rsyslog,
    notes: fresh,
    parameters: { kept: ['daemon.debug'] },
    expect: 'fail',
    because: 'daemon.debug',
  },
  {
    name: 'a policy of one silent day',
    host: rocky9,
    files: { [conf]: redHat },
    commands: rsyslog,
    notes: [['written', '/var/log/messages', '259200']],
    parameters: { silentDays: 1 },
    expect: 'fail',
    because: '3 days ago',
  },
];
