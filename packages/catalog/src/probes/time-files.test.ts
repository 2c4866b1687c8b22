// Time daemons that are installed and the sources of each, by the files of every distribution.
import { expect, it } from 'vitest';
import { factOf, faultOf, file, gone, hidden } from './testing/records.ts';
import { timeFiles } from './time-files.ts';

type Told = Parameters<typeof factOf>[1][];

it('is read on an image too', () => expect(timeFiles.live).toBe(false));

it('does not guess where a file is hidden', () => {
  expect(faultOf(timeFiles, file('/etc/chrony.conf'), hidden('/etc/chrony.d/a.conf'))).toBe(
    '/etc/chrony.d/a.conf could not be read',
  );
});

it.each([
  ['/usr/sbin/chronyd', 'chrony'],
  ['/usr/sbin/ntpd', 'ntpd'],
  ['/usr/bin/ntpd', 'ntpd'],
  ['/usr/lib/systemd/systemd-timesyncd', 'timesyncd'],
  ['/lib/systemd/systemd-timesyncd', 'timesyncd'],
])('%s is the program of %s', (path, daemon) => {
  expect(factOf(timeFiles, file(path)).installed).toEqual([daemon]);
  expect(factOf(timeFiles, gone(path)).installed).toEqual([]);
});

it.each([
  ['/etc/chrony.conf', 'chrony'],
  ['/etc/chrony/chrony.conf', 'chrony'],
  ['/etc/ntp.conf', 'ntpd'],
  ['/etc/ntpsec/ntp.conf', 'ntpd'],
] as const)('%s gives sources to %s', (path, daemon) => {
  const none = { chrony: [], ntpd: [], timesyncd: [] };
  const source = { path, line: 1, kind: 'server', address: '169.254.169.123' };
  expect(factOf(timeFiles, file(path, 'server 169.254.169.123 iburst')).sources).toEqual({
    ...none,
    [daemon]: [source],
  });
});

it('timesyncd has its main file, then drop-ins by name, and what was compiled in', () => {
  const said = (...records: Told) => {
    const fact = factOf(timeFiles, ...records);
    return [fact.sources.timesyncd.map(({ address }) => address).join(), fact.timesyncdBuiltIn];
  };
  const main = file('/etc/systemd/timesyncd.conf', '[Time]\nNTP=a');
  const at = (root: string, name: string, text: string) => file(`${root}/systemd/timesyncd.conf.d/${name}`, text);
  expect(said()).toEqual(['', true]);
  expect(said(main)).toEqual(['a', true]);
  expect(said(at('/etc', '20.conf', 'NTP=\nNTP=c'), main, at('/usr/lib', '30.conf', 'FallbackNTP=f'))).toEqual([
    'c,f',
    false,
  ]);
  for (const root of ['/usr/lib', '/usr/local/lib', '/run', '/etc'])
    expect(said(at(root, 'a.conf', 'NTP=x'))).toEqual(['x', true]);
  expect(said(at('/run', 'a.conf', 'NTP=run'), at('/usr/lib', 'a.conf', 'NTP=lib'))).toEqual(['run', true]);
  expect(said(at('/usr/local/lib', 'a.conf', 'NTP=local'), at('/usr/lib', 'a.conf', 'NTP=lib'))).toEqual([
    'local',
    true,
  ]);
  expect(said(at('/etc', 'a.conf', 'NTP=etc'), at('/run', 'a.conf', 'NTP=run'))).toEqual(['etc', true]);
  expect(said(file('/etc/other.conf', 'NTP=x'))).toEqual(['', true]);
});
