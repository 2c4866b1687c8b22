// Cases of time.synchronised.
import type { CaseCommand, HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky9, ubuntu20, ubuntu22 } from '../hosts.ts';

const chrony = {
  '/usr/sbin/chronyd': { mode: '0755' },
  '/etc/chrony.conf': 'server 169.254.169.123 prefer iburst minpoll 4\n',
} as const;
const debianChrony = {
  '/usr/sbin/chronyd': { mode: '0755' },
  '/etc/chrony/chrony.conf': '\nconfdir /etc/chrony/conf.d\nsourcedir /etc/chrony/sources.d\n',
  '/etc/chrony/sources.d/aws.sources': 'pool time.aws.com iburst\n',
} as const;
const timesyncd = { '/usr/lib/systemd/systemd-timesyncd': { mode: '0755' } } as const;

const units = ['chronyd', 'chrony', 'ntpd', 'ntp', 'ntpsec', 'systemd-timesyncd'];
/** What systemctl says: these units run, the others do not. */
const active = (...running: string[]): Record<string, CaseCommand> =>
  Object.fromEntries(
    units.map((unit) => [
      `active ${unit}.service`,
      running.includes(unit) ? { stdout: 'active\n' } : { stdout: 'inactive\n', exitCode: 3 },
    ]),
  );
const tracking = (leap: string): CaseCommand => ({
  stdout: `Reference ID    : A9FEA97B\nStratum         : 4\nLeap status     : ${leap}\n`,
});
const head = 'MS Name/IP address         Stratum Poll Reach LastRx Last sample\n====\n';
const sources = (mark: string): CaseCommand => ({
  stdout: `${head}${mark} 169.254.169.123               3   4   377     5   +12us[  +14us] +/-  500us\n`,
});
const chronySays = (leap: string, mark: string) => ({ tracking: tracking(leap), sources: sources(mark) });
const ntpq = (mark: string): CaseCommand => ({
  stdout: `     remote           refid      st t when poll reach   delay   offset  jitter\n====\n${mark}169.254.169.123 10.66.13.250     4 u   36   64    1    0.2    0.1   0.0\n`,
});
const synchronised = (answer: string) => ({ synchronised: { stdout: `NTPSynchronized=${answer}\n` } });

export const synchronisedCases: readonly HostCase[] = [
  {
    name: 'stock chronyd',
    host: al2023,
    files: chrony,
    commands: { ...active('chronyd'), ...chronySays('Normal', '^*') },
    expect: 'pass',
    because: '169.254.169.123',
  },
  {
    name: 'the unit is chrony on Ubuntu, its sources in a folder',
    host: ubuntu22,
    files: debianChrony,
    commands: { ...active('chrony'), ...chronySays('Normal', '^*') },
    expect: 'pass',
    because: 'time.aws.com',
    trap: 'U-65/2026(2)',
  },
  {
    name: 'a leap second to come is no fault',
    host: al2,
    files: chrony,
    commands: { ...active('chronyd'), ...chronySays('Insert second', '^*') },
    expect: 'pass',
  },
  {
    name: 'a clock of the hypervisor',
    host: al2023,
    files: { ...chrony, '/etc/chrony.conf': 'refclock PHC /dev/ptp0 poll 0\n' },
    commands: { ...active('chronyd'), ...chronySays('Normal', '#*') },
    expect: 'pass',
    because: 'refclock PHC /dev/ptp0',
  },
  {
    name: 'active is not synchronised',
    host: rocky9,
    files: chrony,
    commands: { ...active('chronyd'), ...chronySays('Not synchronised', '^?') },
    expect: 'fail',
    because: 'not synchronised',
    trap: 'U-65/2026(3)',
  },
  {
    name: 'a normal leap status without a selected source',
    host: rocky9,
    files: chrony,
    commands: { ...active('chronyd'), ...chronySays('Normal', '^?') },
    expect: 'fail',
    because: 'selected source: none',
    trap: 'U-65/2026(3)',
  },
  {
    name: 'none active',
    host: ubuntu22,
    files: debianChrony,
    commands: { ...active(), ...synchronised('yes') },
    expect: 'fail',
    because: 'inactive',
  },
  {
    name: 'chronyd without any source',
    host: rocky9,
    files: { ...chrony, '/etc/chrony.conf': '#server 169.254.169.123\n' },
    commands: { ...active('chronyd'), tracking: tracking('Not synchronised'), sources: { stdout: head } },
    expect: 'fail',
    because: 'no source',
  },
  {
    name: 'a source that DHCP gave',
    host: debian12,
    files: { '/usr/sbin/chronyd': { mode: '0755' }, '/etc/chrony/chrony.conf': '' },
    commands: { ...active('chrony'), ...chronySays('Normal', '^*') },
    expect: 'pass',
    because: 'sources in use',
  },
  {
    name: 'chronyc answers nothing, systemd does',
    host: rocky9,
    files: chrony,
    commands: {
      ...active('chronyd'),
      tracking: { exitCode: 1, stdout: '506 Cannot talk to daemon\n' },
      ...synchronised('yes'),
    },
    expect: 'pass',
    because: 'NTPSynchronized=yes',
  },
  {
    name: 'nothing says whether it is synchronised',
    host: rocky9,
    files: chrony,
    commands: { ...active('chronyd'), tracking: { missing: true } },
    expect: 'unknown',
  },
  {
    name: 'timesyncd with the servers compiled in',
    host: ubuntu20,
    files: timesyncd,
    commands: { ...active('systemd-timesyncd'), ...synchronised('yes') },
    expect: 'pass',
    because: 'compiled in',
    trap: 'U-65/2026(1)',
  },
  {
    name: 'timesyncd with servers of its own',
    host: debian12,
    files: {
      ...timesyncd,
      '/etc/systemd/timesyncd.conf': '[Time]\n#NTP=x\n',
      '/etc/systemd/timesyncd.conf.d/aws.conf': '[Time]\nNTP=169.254.169.123\n',
    },
    commands: { ...active('systemd-timesyncd'), ...synchronised('yes') },
    expect: 'pass',
    because: 'aws.conf:2',
    trap: 'U-65/2026(1)',
  },
  {
    name: 'timesyncd whose lists are emptied',
    host: debian12,
    files: { ...timesyncd, '/etc/systemd/timesyncd.conf': '[Time]\nNTP=\nFallbackNTP=\n' },
    commands: { ...active('systemd-timesyncd'), ...synchronised('no') },
    expect: 'fail',
    because: 'no source',
  },
  {
    name: 'timesyncd not synchronised yet',
    host: ubuntu22,
    files: timesyncd,
    commands: { ...active('systemd-timesyncd'), ...synchronised('no') },
    expect: 'fail',
  },
  {
    name: 'an older systemd says it in its status',
    host: al2,
    files: chrony,
    commands: {
      ...active('chronyd'),
      synchronised: { exitCode: 1 },
      status: { stdout: '      Local time: x\n NTP synchronized: yes\n' },
    },
    expect: 'pass',
  },
  {
    name: 'ntpd',
    host: al2,
    files: { '/usr/sbin/ntpd': { mode: '0755' }, '/etc/ntp.conf': 'server 169.254.169.123 iburst\n' },
    commands: { ...active('ntpd'), peers: ntpq('*') },
    expect: 'pass',
    because: '/etc/ntp.conf:1',
  },
  {
    name: 'ntpd without a selected peer',
    host: al2,
    files: { '/usr/sbin/ntpd': { mode: '0755' }, '/etc/ntp.conf': 'server 169.254.169.123 iburst\n' },
    commands: { ...active('ntpd'), peers: ntpq(' ') },
    expect: 'fail',
    because: 'selected peer: none',
  },
  {
    name: 'one of two is synchronised',
    host: ubuntu22,
    files: { ...debianChrony, ...timesyncd },
    commands: { ...active('chrony', 'systemd-timesyncd'), ...chronySays('Normal', '^*'), ...synchronised('no') },
    expect: 'pass',
  },
  {
    name: 'without systemd a daemon that answers runs',
    host: debian12,
    files: debianChrony,
    commands: { 'active chrony.service': { missing: true }, ...chronySays('Normal', '^*') },
    expect: 'pass',
    because: 'no systemd',
  },
  {
    name: 'nothing answers',
    host: debian12,
    files: debianChrony,
    commands: { 'active chrony.service': { missing: true }, tracking: { missing: true } },
    expect: 'unknown',
  },
  {
    name: 'a container shares the clock of its host',
    host: { ...debian12, container: true },
    files: {},
    notes: [['container', 'yes']],
    expect: 'notApplicable',
    trap: 'U-65/2026(5)',
  },
  {
    name: 'an image has files and no clock',
    host: image(al2023),
    files: chrony,
    expect: 'unknown',
    because: 'running system',
  },
  {
    name: 'sources that could not be read',
    host: al2,
    files: { ...chrony, '/etc/chrony.conf': 'unreadable' },
    commands: { ...active('chronyd'), ...chronySays('Normal', '^*') },
    expect: 'unknown',
  },
  {
    name: 'the source that the organisation names',
    host: al2023,
    files: chrony,
    commands: { ...active('chronyd'), ...chronySays('Normal', '^*') },
    parameters: { sources: ['169.254.169.123', 'fd00:ec2::123'] },
    expect: 'pass',
    trap: 'U-65/2026(4)',
  },
  {
    name: 'another source beside it',
    host: rocky9,
    files: { ...chrony, '/etc/chrony.conf': 'server 169.254.169.123 prefer\npool 2.rocky.pool.ntp.org iburst\n' },
    commands: { ...active('chronyd'), ...chronySays('Normal', '^*') },
    parameters: { sources: ['169.254.169.123'] },
    expect: 'fail',
    because: 'does not name: 2.rocky.pool.ntp.org',
    trap: 'U-65/2026(4)',
  },
  {
    name: 'the second of two is synchronised',
    host: ubuntu22,
    files: { ...debianChrony, ...timesyncd },
    commands: {
      ...active('chrony', 'systemd-timesyncd'),
      ...chronySays('Not synchronised', '^?'),
      ...synchronised('yes'),
    },
    expect: 'pass',
    because: '"systemd-timesyncd.service is active and synchronised"',
  },
  {
    name: 'both are synchronised: the first is told',
    host: ubuntu22,
    files: { ...debianChrony, ...timesyncd },
    commands: { ...active('chrony', 'systemd-timesyncd'), ...chronySays('Normal', '^*'), ...synchronised('yes') },
    expect: 'pass',
    because: '"chrony.service is active and synchronised"',
  },
  {
    name: 'neither of two is synchronised: the first is told',
    host: ubuntu22,
    files: { ...debianChrony, ...timesyncd },
    commands: {
      ...active('chrony', 'systemd-timesyncd'),
      ...chronySays('Not synchronised', '^?'),
      ...synchronised('no'),
    },
    expect: 'fail',
    because: '"chrony.service is active but not synchronised"',
  },
  {
    name: 'none active and none installed',
    host: ubuntu22,
    files: {},
    commands: active(),
    expect: 'fail',
    because: '{"source":"installed","found":"none"}]',
  },
  {
    name: 'timesyncd with servers of its own: those alone',
    host: debian12,
    files: { ...timesyncd, '/etc/systemd/timesyncd.conf': '[Time]\nNTP=169.254.169.123\n' },
    commands: { ...active('systemd-timesyncd'), ...synchronised('yes') },
    expect: 'pass',
    because: '"found":"NTP 169.254.169.123"}]',
  },
  {
    name: 'a source that DHCP gave and the organisation does not name',
    host: debian12,
    files: { '/usr/sbin/chronyd': { mode: '0755' }, '/etc/chrony/chrony.conf': '' },
    commands: { ...active('chrony'), ...chronySays('Normal', '^*') },
    parameters: { sources: ['10.0.0.1'] },
    expect: 'fail',
    because: 'does not name: 169.254.169.123',
  },
];
