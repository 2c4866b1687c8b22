// The probes that a user's pack may use, each as plain data of a stated shape that stays when the probe itself changes.
import type { Probe, Records, Text } from '@bongsu/core';
import { isUnread, text } from '@bongsu/core';
import { accounts } from './probes/accounts.ts';
import { logging } from './probes/logging.ts';
import { loginDefs } from './probes/login-defs.ts';
import { packageUpdates } from './probes/package-updates.ts';
import { patchState } from './probes/patch-state.ts';
import { services } from './probes/services.ts';
import { shadow } from './probes/shadow.ts';
import { sshServer } from './probes/ssh-server.ts';
import { sudoers } from './probes/sudoers.ts';
import { timeState } from './probes/time-state.ts';

/** A shape in words: `string`, `int`, `bool`, with `?` where null may stand; a list as `[shape]`; a map as `{ '*': shape }`. A field with `?` after its name is absent where the host did not tell, so that a condition that asks for it is a fault and no pass. */
export type FactShape =
  | 'string'
  | 'int'
  | 'bool'
  | 'string?'
  | 'int?'
  | 'bool?'
  | readonly [FactShape]
  | { readonly [field: string]: FactShape };

export interface PackFactShape {
  readonly probe: Probe<unknown>;
  readonly about: Text;
  readonly shape: { readonly [field: string]: FactShape };
}

/** The same script under the same name, read as what packs see. */
function view<Fact>(
  probe: Probe<Fact>,
  about: Text,
  shape: PackFactShape['shape'],
  plain: (fact: Fact, records: Records) => object,
): PackFactShape {
  return {
    about,
    shape,
    probe: {
      ...probe,
      read(records) {
        const fact = probe.read(records);
        return isUnread(fact) ? fact : plain(fact, records);
      },
    },
  };
}

export const packFacts: Readonly<Record<string, PackFactShape>> = {
  accounts: view(
    accounts,
    text(
      '/etc/passwd와 /etc/group의 계정과 그룹 (해시 없음)',
      'accounts and groups of /etc/passwd and /etc/group, without hashes',
    ),
    {
      users: [{ name: 'string', uid: 'int?', gid: 'int?', home: 'string', shell: 'string', line: 'int' }],
      groups: [{ name: 'string', gid: 'int?', members: ['string'], line: 'int' }],
    },
    ({ users, groups }) => ({
      users: users.map(({ name, uid, gid, home, shell, line }) => ({ name, uid, gid, home, shell, line })),
      groups: groups.map(({ name, gid, members, line }) => ({ name, gid, members, line })),
    }),
  ),
  shadow: view(
    shadow,
    text('/etc/shadow의 상태와 기한 (해시 없음)', 'states and days of /etc/shadow, without hashes'),
    {
      present: 'bool',
      entries: [{ name: 'string', state: 'string', hash: 'string?', minDays: 'int?', maxDays: 'int?', line: 'int' }],
    },
    ({ present, entries }) => ({
      present,
      entries: entries.map(({ name, state, hash, minDays, maxDays, line }) => ({
        name,
        state,
        hash,
        minDays,
        maxDays,
        line,
      })),
    }),
  ),
  'login-defs': view(
    loginDefs,
    text('/etc/login.defs의 설정', 'settings of /etc/login.defs; of a repeated key the last holds'),
    {
      present: 'bool',
      settings: [{ key: 'string', value: 'string', path: 'string', line: 'int' }],
      values: { '*': 'string' },
    },
    ({ present, settings }) => ({
      present,
      settings: settings.map(({ key, value, path, line }) => ({ key, value, path, line })),
      values: new Map(settings.map(({ key, value }) => [key, value])),
    }),
  ),
  'ssh-server': view(
    sshServer,
    text(
      'sshd의 유효 설정과 설정 파일',
      "sshd's effective settings for root, and every setting of its files with the Match it stands in",
    ),
    {
      installed: 'bool',
      mayRun: 'bool',
      'effective?': { '*': 'string' },
      settings: [{ keyword: 'string', value: 'string', path: 'string', line: 'int', match: 'string?' }],
    },
    ({ installed, mayRun, effective, settings }) => ({
      installed,
      mayRun,
      effective: effective ?? undefined,
      settings: settings.map(({ keyword, value, path, line, match }) => ({ keyword, value, path, line, match })),
    }),
  ),
  sudoers: view(
    sudoers,
    text('sudo 허용 규칙 (명령 인자는 가림)', 'whom sudo trusts with what, arguments of commands hidden'),
    { 'grants?': [{ path: 'string', text: 'string', withoutPassword: 'bool', everyCommand: 'bool' }] },
    ({ grants }) => ({
      grants: grants?.map(({ path, text: said, withoutPassword, everyCommand }) => ({
        path,
        text: said,
        withoutPassword,
        everyCommand,
      })),
    }),
  ),
  services: view(
    services,
    text('열려 있는 포트', 'what listens; absent on a root that is not booted'),
    { 'listeners?': [{ protocol: 'string', address: 'string', port: 'int', programs: ['string'] }] },
    ({ listeners }, records) => ({
      listeners:
        records.command('listeners')?.exitCode === 0
          ? listeners.map(({ protocol, address, port, programs }) => ({ protocol, address, port, programs }))
          : undefined,
    }),
  ),
  'time-state': view(
    timeState,
    text('시각 동기화 상태 ', 'time daemons that run and whether they are synchronised'),
    { running: [{ daemon: 'string', unit: 'string', synchronised: 'bool', peers: ['string'] }] },
    ({ running }) => ({
      running: running.map(({ daemon, unit, synchronised, peers }) => ({ daemon, unit, synchronised, peers })),
    }),
  ),
  logging: view(
    logging,
    text('syslog 규칙과 마지막 기록', 'rules of syslog, and seconds since each log was written'),
    {
      rules: [{ selector: 'string', action: 'string', source: 'string' }],
      journalFolder: 'bool',
      ages: [{ path: 'string', ageSeconds: 'int' }],
    },
    ({ rules, journalFolder, ages }) => ({
      rules: rules.map(({ selector, action, source }) => ({ selector, action, source })),
      journalFolder,
      ages: ages.map(({ path, ageSeconds }) => ({ path, ageSeconds })),
    }),
  ),
  'package-updates': view(
    packageUpdates,
    text('대기 중인 보안 업데이트', 'security updates that the package manager knows of'),
    { manager: 'string?', 'security?': [{ name: 'string', said: 'string' }], listsAgeDays: 'int?' },
    ({ manager, security, listsAgeDays }) => ({
      manager,
      security: security?.map(({ name, said }) => ({ name, said })),
      listsAgeDays,
    }),
  ),
  'patch-state': view(
    patchState,
    text('커널과 자동 업데이트', 'kernels, a pending reboot, automatic updates'),
    {
      today: 'string',
      runningKernel: 'string',
      newestKernel: 'string',
      rebootRequired: 'bool',
      automatic: [{ source: 'string', found: 'string' }],
    },
    ({ today, runningKernel, newestKernel, rebootRequired, automatic }) => ({
      today,
      runningKernel,
      newestKernel,
      rebootRequired,
      automatic: automatic.map(({ source, found }) => ({ source, found })),
    }),
  ),
};
