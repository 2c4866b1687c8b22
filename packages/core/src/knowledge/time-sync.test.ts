// Time sources and the words of the daemons, in the spellings that hosts use.
import { describe, expect, it } from 'vitest';
import type { FileRecord } from '../records.ts';
import { chronyTracks, timePeers, timeSources, timesyncdSources } from './time-sync.ts';

const file = (path: string, text: string): FileRecord => ({
  kind: 'file',
  path,
  state: 'present',
  type: 'file',
  mode: 0o644,
  uid: 0,
  gid: 0,
  sizeBytes: text.length,
  linkTarget: '',
  lines: text.split('\n'),
});
const addresses = (...files: FileRecord[]) => timeSources(files[0]?.path ?? '', files).map((one) => one.address);

describe('configured sources', () => {
  it('of one file, commented lines left out, options ignored', () => {
    const text =
      '# server 1.1.1.1\n! pool x\n  Server  a.example iburst\r\npool -4 b.example\npeer c.example\nserver\nrefclock PHC /dev/ptp0 poll 0';
    expect(addresses(file('/etc/chrony.conf', text))).toEqual(['a.example', 'b.example', 'c.example', 'PHC /dev/ptp0']);
  });

  it('of included files, each by the rule of its word', () => {
    const main = file(
      '/etc/chrony.conf',
      'confdir /etc/chrony.d/\nsourcedir /run/chrony.d /etc/sources.d\ninclude /etc/more*.conf',
    );
    expect(
      addresses(
        main,
        file('/etc/chrony.d/a.conf', 'server a'),
        file('/etc/chrony.d/a.sources', 'server not-a-conf'),
        file('/run/chrony.d/b.sources', 'server b'),
        file('/etc/sources.d/c.sources', 'server c'),
        file('/etc/more1.conf', 'server d'),
        file('/etc/unnamed.conf', 'server e'),
      ),
    ).toEqual(['a', 'b', 'c', 'd']);
  });

  it('of what is there, and named so', () => {
    const main = file(
      '/m',
      'xserver no\nserverx no\nserver -4x\nserver a-4\nserver\t-6  c\ninclude\nincludefile /i.c\nsourcedir /s\nconfdir /c\nother /o',
    );
    expect(
      addresses(
        main,
        file('/i.c', 'server i'),
        file('/ixc', 'server no'),
        file('/s/x.conf', 'server no'),
        file('/c/x.sources', 'server no'),
        file('/o/x.sources', 'server no'),
        file('/o/null', 'server no'),
        { ...file('/c/gone.conf', 'server no'), state: 'absent' },
        file('/c/y.conf', 'server y'),
      ),
    ).toEqual(['-4x', 'a-4', 'c', 'i', 'y']);
  });

  it('have their place', () => {
    expect(timeSources('/m', [file('/m', '\nserver a')])).toEqual([
      { path: '/m', line: 2, kind: 'server', address: 'a' },
    ]);
  });

  it('of files that include each other, once', () => {
    expect(addresses(file('/a', 'include /b\nserver a'), file('/b', 'include /a\nserver b'))).toEqual(['b', 'a']);
  });
});

describe('timesyncd', () => {
  it('joins the lists, and empties them where the value is empty', () => {
    const { sources, builtIn } = timesyncdSources([
      file('/1', 'NTP=a b\n NTP = c'),
      file('/2', '#NTP=d\nFallbackNTP=e'),
    ]);
    expect([sources.map((one) => one.address), builtIn]).toEqual([['a', 'b', 'c', 'e'], false]);
    expect(timesyncdSources([file('/1', 'NTP=a\nNTP=')])).toEqual({ sources: [], builtIn: true });
    expect(timesyncdSources([])).toEqual({ sources: [], builtIn: true });
    expect(timesyncdSources([file('/1', '[Time]\n  NTP =  aa   bb \r')])).toEqual({
      sources: ['aa', 'bb'].map((address) => ({ path: '/1', line: 2, kind: 'NTP', address })),
      builtIn: true,
    });
  });
});

describe('what daemons say', () => {
  it.each([
    ['Leap status     : Normal', true],
    ['Leap status     : Insert second', true],
    ['Leap status     : Not synchronised', false],
    ['506 Cannot talk to daemon', null],
    ['Leap status:Not synchronised', false],
    ['No Leap status : Normal', null],
  ])('%s', (line, tracks) => {
    expect(chronyTracks(['Stratum : 3', line])).toBe(tracks);
  });

  it('chronyc -n sources', () => {
    const head = ['MS Name/IP address         Stratum Poll Reach LastRx Last sample', '======='];
    const rows = ['^* 169.254.169.123  3 4 377 5 +12us', '^- fd00:ec2::123  4 6 377 5 +1us', '#? PPS0 0 4 0 - +0ns'];
    expect(timePeers([...head, ...rows])).toEqual({
      all: ['169.254.169.123', 'fd00:ec2::123', 'PPS0'],
      selected: '169.254.169.123',
    });
    expect(timePeers([...head, '^? 10.0.0.1 0 6 0 - +0ns']).selected).toBeNull();
  });

  it('ntpq -pn', () => {
    const head = ['     remote           refid      st t when poll reach   delay   offset  jitter', '====='];
    const rows = [
      '*169.254.169.123 10.0.0.1 4 u 36 64 1 0.2 0.1 0.0',
      '+fd00:ec2::123 .GPS. 1 u 3 64 1 0 0 0',
      ' 127.127.1.0 .LOCL. 10 l - 64 0 0 0 0',
    ];
    expect(timePeers([...head, ...rows])).toEqual({
      all: ['169.254.169.123', 'fd00:ec2::123', '127.127.1.0'],
      selected: '169.254.169.123',
    });
    expect(timePeers([...head, 'o127.127.22.0 .PPS. 0 l 1 16 377 0 0 0']).selected).toBe('127.127.22.0');
    expect(timePeers(['*GENERIC(0).GPS.  .GPS.  0 l 1 16 377 0 0 0']).selected).toBe('GENERIC(0).GPS.');
    for (const line of [
      'x*10.0.0.1 .GPS. 1 u 3',
      'x^* 10.0.0.1 4 6',
      '*name.example .GPS. 1 u',
      '*10.0.0.1 .GPS. u 1 ',
    ])
      expect(timePeers([line]), line).toEqual({ all: [], selected: null });
    expect(timePeers(['^*   10.0.0.1   4 6 377']).selected).toBe('10.0.0.1');
  });
});
