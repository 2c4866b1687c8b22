// Whether a host patches itself and runs what it has: kernels, the wish for a reboot, and what switches updates on.
import { describe, expect, it } from 'vitest';
import { patchState } from './patch-state.ts';
import { factOf, faultOf, file, gone, hidden, note, said } from './testing/records.ts';

type Told = Parameters<typeof factOf>[1][];
const today = note('today', '2026-05-01');

it('needs the day of the host, and every file', () => {
  for (const day of [
    [],
    [note('today')],
    [note('today', '2026-5-1')],
    [note('today', 'x2026-05-01')],
    [note('today', '2026-05-011')],
  ])
    expect(faultOf(patchState, ...day)).toBe('the date of the host is not known');
  expect(faultOf(patchState, today, file('/etc/x'), hidden('/etc/dnf/automatic.conf'))).toBe(
    '/etc/dnf/automatic.conf could not be read',
  );
  expect(factOf(patchState, today)).toEqual({
    today: '2026-05-01',
    runningKernel: '',
    newestKernel: '',
    rebootRequired: false,
    automatic: [],
  });
});

describe('kernels', () => {
  const newest = (answer: string) => factOf(patchState, today, said('kernels', answer)).newestKernel;

  it('are the one that runs and the one that was installed last', () => {
    expect(factOf(patchState, today, said('kernel', ' 5.14.0-503.el9.x86_64 ')).runningKernel).toBe(
      '5.14.0-503.el9.x86_64',
    );
    expect(factOf(patchState, today, said('kernel', '')).runningKernel).toBe('');
    expect(
      newest('1746000000 5.14.0-503.el9.x86_64\n999999999 5.14.0-9.el9.x86_64\n1700000000 5.14.0-427.el9.x86_64'),
    ).toBe('5.14.0-503.el9.x86_64');
  });

  it('are not hidden by other words of rpm', () => {
    expect(newest('warning: x\n2 b\n1 a\nwarning: y')).toBe('b');
  });

  it.each(['no package provides kernel', '1746000000 a b', 'x1746000000 a', '1746000000', ''])(
    'are not in %j',
    (answer) => expect(newest(answer)).toBe(''),
  );
});

it('a reboot is wanted where the file is there', () => {
  const wanted = (record: Told[number]) => factOf(patchState, today, record).rebootRequired;
  expect([file('/run/reboot-required'), gone('/run/reboot-required')].map(wanted)).toEqual([true, false]);
});

describe('updates are automatic', () => {
  it.each([
    ['APT::Periodic::Unattended-Upgrade "1";', true],
    ['  APT::Periodic::Unattended-Upgrade   "7"; ', true],
    ['APT::Periodic::Unattended-Upgrade "0";', false],
    ['APT::Periodic::Unattended-Upgrade;', false],
    ['APT::Periodic::Update-Package-Lists "1";', false],
    ['apply_updates = yes', true],
    ['apply_updates=True', true],
    ['apply_updates   =   1', true],
    ['apply_updates = no', false],
    ['#apply_updates = yes', false],
    ['upgrade_type = apply_updates = yes', false],
  ])('by %j: %s', (line, on) => {
    const fact = factOf(patchState, today, file('/etc/dnf/automatic.conf', `upgrade_type = default\n${line}`));
    expect(fact.automatic).toEqual(on ? [{ source: '/etc/dnf/automatic.conf', found: line.trim() }] : []);
  });

  it.each([
    ['dnf-automatic.timer  enabled  disabled ', 'dnf-automatic.timer enabled disabled'],
    ['dnf-automatic-install.timer   enabled', 'dnf-automatic-install.timer enabled'],
    ['dnf-automatic.timer disabled', null],
    ['dnf-automatic-download.timer enabled', null],
    ['xdnf-automatic.timer enabled', null],
    ['apt-daily-upgrade.timer enabled enabled', null],
    ['', null],
  ])('by the timer %j: %s', (line, found) => {
    expect(factOf(patchState, today, said('timers', line)).automatic).toEqual(
      found === null ? [] : [{ source: 'systemctl list-unit-files', found }],
    );
  });
});
