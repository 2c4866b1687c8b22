// On the last day of support a release is still supported; the day after it is not.
import { expect, it } from 'vitest';
import { ws2012r2 } from '../windows-hosts.ts';
import { osBuild } from './os-build.ts';

it.each([
  ['7601', '2020-01-14', 'manual', 'is build 7601.1 the newest?'],
  ['7601', '2020-01-15', 'manual', 'only paid updates remain'],
  ['7601', '2024-01-09', 'manual', 'only paid updates remain'],
  ['7601', '2024-01-10', 'fail', 'out of support since 2024-01-09'],
  ['20348', '2031-10-14', 'manual', 'is build 20348.1 the newest?'],
  ['20348', '2031-10-15', 'fail', 'out of support since 2031-10-14'],
  ['25398', '2031-10-15', 'manual', 'is build 25398.1 the newest?'],
])('build %s on %s: %s', (version, today, status, said) => {
  const system = { version, today, prettyName: 'Windows Server', build: `${version}.1` };
  expect(osBuild.judge({ system }, ws2012r2, {})).toMatchObject({
    status,
    reason: { en: expect.stringContaining(said) as string },
  });
});
