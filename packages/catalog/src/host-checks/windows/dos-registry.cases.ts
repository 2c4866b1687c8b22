// Cases of windows.dos-registry.
import type { HostCase } from '@bongsu/core';
import { registry, ws2016, ws2019, ws2022 } from '../windows-hosts.ts';

const none = { synAttackProtect: null, enableDeadGwDetect: null, keepAliveTime: null, noNameReleaseOnDemand: null };

export const dosRegistryCases: readonly HostCase[] = [
  {
    name: 'set',
    host: ws2022,
    notes: registry({ synAttackProtect: 1, enableDeadGwDetect: 0, keepAliveTime: 300000, noNameReleaseOnDemand: 1 }),
    expect: 'pass',
  },
  { name: 'stock, by the letter', host: ws2019, notes: registry(none), expect: 'fail' },
  {
    name: 'stock, as Windows works since 2008',
    host: ws2019,
    profile: 'distro-aware',
    notes: registry(none),
    expect: 'pass',
  },
  {
    name: 'turned the wrong way',
    host: ws2016,
    profile: 'distro-aware',
    notes: registry({ ...none, enableDeadGwDetect: 1 }),
    expect: 'fail',
  },
  ...(
    [
      [{ synAttackProtect: 0 }, 'fail'],
      [{ synAttackProtect: 2 }, 'pass'],
      [{ keepAliveTime: 0 }, 'fail'],
      [{ keepAliveTime: 1 }, 'pass'],
      [{ keepAliveTime: 300001 }, 'fail'],
      [{ keepAliveTime: 7200000 }, 'fail'],
      [{ noNameReleaseOnDemand: 0 }, 'fail'],
    ] as const
  ).map(
    ([changed, expect]): HostCase => ({
      name: `one value of four: ${JSON.stringify(changed)}`,
      host: ws2022,
      notes: registry({
        synAttackProtect: 1,
        enableDeadGwDetect: 0,
        keepAliveTime: 300000,
        noNameReleaseOnDemand: 1,
        ...changed,
      }),
      expect,
    }),
  ),
];
