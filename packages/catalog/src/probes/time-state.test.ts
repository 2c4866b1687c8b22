// Whether the clock follows a source, by the daemon that runs and its own answer, else by the kernel's flag; never by silence.
import { describe, expect, it } from 'vitest';
import { factOf, faultOf, note, said } from './testing/records.ts';
import { timeState } from './time-state.ts';

type Told = Parameters<typeof factOf>[1][];
const active = (unit: string, answer = 'active') =>
  said(`active ${unit}`, answer, { exitCode: answer === 'active' ? 0 : 3 });
const missing = (label: string) => said(label, '', { missing: true, exitCode: 127 });
const tracking = (status = 'Normal') => said('tracking', `Reference ID    : A9FEA97B\nLeap status     : ${status}`);
const sources = (mark = '*') =>
  said('sources', `^${mark} 169.254.169.123   3   6   377    12   +1us[ +1us] +/-  500us`);
const peers = (mark = '*') =>
  said(
    'peers',
    `     remote           refid\n==============\n${mark}203.0.113.9     192.0.2.1  2 u   12   64  377    0.5   0.1  0.1`,
  );
const chronyd = active('chronyd.service');
const running = (...records: Told) => factOf(timeState, ...records).running;

it('has nothing to tell of a container', () => {
  expect(factOf(timeState, note('container', 'yes'), chronyd)).toEqual({ running: [], units: [] });
  expect(faultOf(timeState, note('container', 'no'))).toBe('neither systemctl nor chronyc nor ntpq answered');
});

it('is not told where nothing answers', () => {
  const silent = 'neither systemctl nor chronyc nor ntpq answered';
  expect(faultOf(timeState)).toBe(silent);
  expect(faultOf(timeState, missing('active chronyd.service'), missing('tracking'), missing('peers'))).toBe(silent);
  expect(faultOf(timeState, said('active chronyd.service', '', { exitCode: 1 }))).toBe(silent);
  expect(faultOf(timeState, said('tracking', '506 Cannot talk to daemon', { exitCode: 1 }))).toBe(silent);
  expect(faultOf(timeState, said('tracking', ''), said('peers', ''))).toBe(silent);
  expect(faultOf(timeState, said('tracking', 'x', { missing: true }))).toBe(silent);
});

it('asks every unit, and says what each answered', () => {
  const fact = factOf(timeState, active('chronyd.service', 'inactive'), active('systemd-timesyncd.service', 'failed'));
  expect(fact.running).toEqual([]);
  expect(fact.units).toEqual([
    { unit: 'chronyd.service', answer: 'inactive' },
    { unit: 'chrony.service', answer: 'no answer' },
    { unit: 'ntpd.service', answer: 'no answer' },
    { unit: 'ntp.service', answer: 'no answer' },
    { unit: 'ntpsec.service', answer: 'no answer' },
    { unit: 'systemd-timesyncd.service', answer: 'failed' },
  ]);
});

describe('chrony', () => {
  it.each([
    [tracking(), sources(), true, 'Leap status: synchronised; selected source: 169.254.169.123'],
    [tracking(), sources('?'), false, 'Leap status: synchronised; selected source: none'],
    [tracking('Not synchronised'), sources(), false, 'Leap status: Not synchronised; selected source: 169.254.169.123'],
  ])('%#', (first, second, synchronised, found) => {
    expect(running(chronyd, first, second)).toEqual([
      {
        daemon: 'chrony',
        unit: 'chronyd.service',
        synchronised,
        said: { source: 'chronyc -n tracking, chronyc -n sources', found },
        peers: ['169.254.169.123'],
      },
    ]);
  });

  it('without its answer is told by the kernel, or not at all', () => {
    const flag = said('synchronised', 'NTPSynchronized=yes');
    const byKernel = [{ synchronised: true, peers: [], said: { source: 'timedatectl', found: 'NTPSynchronized=yes' } }];
    const silent = 'chronyd.service runs, but nothing says whether it is synchronised';
    for (const rest of [
      [],
      [tracking()],
      [sources()],
      [missing('tracking'), sources()],
      [said('tracking', 'x', { exitCode: 1 }), sources()],
      [tracking(), said('sources', '', { exitCode: 1 })],
      [said('tracking', ''), sources()],
      [tracking(), said('sources', '')],
      [said('tracking', 'Reference ID    : 0'), sources()],
    ]) {
      expect(faultOf(timeState, chronyd, ...rest)).toBe(silent);
      expect(running(chronyd, ...rest, flag)).toMatchObject(byKernel);
    }
  });

  it('by its other name, or by its answer where no systemd is', () => {
    expect(running(active('chrony.service'), tracking(), sources())[0]?.unit).toBe('chrony.service');
    expect(running(tracking(), sources())[0]).toMatchObject({ daemon: 'chrony', unit: 'chrony (no systemd)' });
  });
});

describe('ntpd', () => {
  it.each(['ntpd.service', 'ntp.service', 'ntpsec.service'])('as %s', (unit) => {
    expect(running(active(unit), peers())).toEqual([
      {
        daemon: 'ntpd',
        unit,
        synchronised: true,
        said: { source: 'ntpq -pn', found: 'selected peer: 203.0.113.9' },
        peers: ['203.0.113.9'],
      },
    ]);
  });

  it('without a peer, without an answer, and without systemd', () => {
    expect(running(active('ntpd.service'), peers(' '))[0]).toMatchObject({
      synchronised: false,
      said: { found: 'selected peer: none' },
    });
    expect(faultOf(timeState, active('ntpd.service'), said('peers', '', { exitCode: 1 }))).toBe(
      'ntpd.service runs, but nothing says whether it is synchronised',
    );
    expect(running(peers())[0]).toMatchObject({ daemon: 'ntpd', unit: 'ntpd (no systemd)' });
  });
});

describe('timesyncd has the flag of the kernel alone', () => {
  const of = (...records: Told) => running(active('systemd-timesyncd.service'), peers(), ...records)[0];
  const status = (...lines: string[]) => said('status', ['               Local time: Fri', ...lines].join('\n'));

  it.each([
    ['NTPSynchronized=yes', true],
    ['NTPSynchronized=no', false],
    ['System clock synchronized: yes', true],
    ['   System clock synchronized:   yes  ', true],
    ['NTP synchronized: yes', true],
    ['NTP synchronized: no', false],
    ['NTP synchronized: yesterday', false],
    ['NTP synchronized: yes or no', false],
  ])('%j: %s', (line, synchronised) => {
    expect(of(status(line))).toMatchObject({ synchronised, said: { source: 'timedatectl', found: line.trim() } });
    expect(of(said('synchronised', line))).toMatchObject({ synchronised });
  });

  it('and is not told without it', () => {
    const silent = 'systemd-timesyncd.service runs, but nothing says whether it is synchronised';
    const unit = active('systemd-timesyncd.service');
    expect(faultOf(timeState, unit)).toBe(silent);
    expect(faultOf(timeState, unit, peers())).toBe(silent);
    expect(faultOf(timeState, unit, status('x NTP synchronized: yes', 'NTP service: active'))).toBe(silent);
    expect(of(said('synchronised', 'NTPSynchronized=no'), status('NTP synchronized: yes'))?.synchronised).toBe(false);
  });
});
