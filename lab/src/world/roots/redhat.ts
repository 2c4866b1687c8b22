// What the distributions of the Red Hat family have in common, from which each of their roots is made.
import type { RootSpec, WorldFile } from '../spec.ts';
import type { Account, Files, Group } from './accounts.ts';
import { accountFiles, agesStock, groupsOf, lines, systemAccounts } from './accounts.ts';
import { logsOf } from './logging.ts';
import { loginDefs, loginDefsStock, loginDefsTidy } from './login-defs.ts';
import type { RedhatPam } from './pam-redhat.ts';
import { pamRedhat, passwordPolicyStock, passwordPolicyTidy } from './pam-redhat.ts';
import { programs } from './programs.ts';
import type { RedhatUmask } from './shell-profiles.ts';
import { idleTimeTidy, profilesRedhat, umaskTidy } from './shell-profiles.ts';
import type { LabFacts } from './skeleton.ts';
import { labFiles, privilegedPrograms, skeleton } from './skeleton.ts';
import type { SshRelease } from './ssh-server.ts';
import { sshRelease } from './ssh-server.ts';
import { sudoers } from './sudo.ts';
import { systemFilesRedhat } from './system-files.ts';

/** One distribution of the family. */
export interface RedhatRelease {
  readonly platformName: string;
  readonly platformVersion: string;
  readonly osRelease: string;
  readonly releaseFile: Files;
  readonly cloudUser: string;
  readonly rootPassword: string;
  readonly ssh: SshRelease;
  readonly sshFiles: Files;
  readonly pam: Pick<RedhatPam, 'layout' | 'hash' | 'faillockConf'>;
  readonly umask: RedhatUmask;
  readonly time: Files;
  readonly lab: LabFacts;
}

/** How one root of a distribution differs from its image. */
export interface RootVariant {
  readonly name: string;
  /** Hardened policy: ages, quality, history, lockout, su, umask, idle time. */
  readonly tidy: boolean;
  readonly people?: readonly Account[];
  readonly moreAccounts?: readonly Account[];
  readonly moreGroups?: readonly Group[];
  /** Laid over everything else; null takes a file away. */
  readonly files?: Readonly<Record<string, WorldFile | null>>;
  readonly withoutTools?: readonly string[];
}

const systemUsers = `
  bin:1:1:/bin:/sbin/nologin daemon:2:2:/sbin:/sbin/nologin adm:3:4:/var/adm:/sbin/nologin lp:4:7:/var/spool/lpd:/sbin/nologin
  sync:5:0:/sbin:/bin/sync shutdown:6:0:/sbin:/sbin/shutdown halt:7:0:/sbin:/sbin/halt mail:8:12:/var/spool/mail:/sbin/nologin
  operator:11:0:/root:/sbin/nologin games:12:100:/usr/games:/sbin/nologin ftp:14:50:/var/ftp:/sbin/nologin
  nobody:65534:65534:/:/sbin/nologin systemd-network:192:192:/:/sbin/nologin dbus:81:81:/:/sbin/nologin
  sshd:74:74:/usr/share/empty.sshd:/sbin/nologin chrony:996:993:/var/lib/chrony:/sbin/nologin`;
const systemGroups = `
  root:0 bin:1 daemon:2 sys:3 adm:4 tty:5 disk:6 lp:7 mem:8 kmem:9 wheel:10 cdrom:11 mail:12 man:15 dialout:18 games:20 tape:33
  utmp:22 ftp:50 lock:54 audio:63 users:100 nobody:65534 utempter:35 input:999 ssh_keys:101 dbus:81 systemd-network:192 sshd:74 chrony:993 systemd-journal:190`;

/** Makes one root of a distribution. */
export function redhatRoot(release: RedhatRelease, variant: RootVariant): RootSpec {
  const cloudUser: Account = {
    name: release.cloudUser,
    uid: 1000,
    gid: 1000,
    home: `/home/${release.cloudUser}`,
    shell: '/bin/bash',
    password: '!!',
    ages: agesStock,
  };
  const root: Account = {
    name: 'root',
    uid: 0,
    gid: 0,
    home: '/root',
    shell: '/bin/bash',
    password: release.rootPassword,
    ages: agesStock,
  };
  const accounts = [
    root,
    ...systemAccounts(systemUsers, '*'),
    cloudUser,
    ...(variant.people ?? []),
    ...(variant.moreAccounts ?? []),
  ];
  const groups = [
    ...groupsOf(systemGroups).map((group) =>
      group.name === 'wheel' ? { ...group, members: [release.cloudUser] } : group,
    ),
    ...(variant.moreGroups ?? []),
  ];
  const files: Record<string, WorldFile | null> = {
    ...skeleton('0550'),
    '/etc/os-release': release.osRelease,
    ...release.releaseFile,
    ...accountFiles(accounts, groups, { mode: '0000', gid: 0 }),
    ...pamRedhat(
      { ...release.pam, lockout: variant.tidy, history: variant.tidy, umask: release.umask === '022' },
      variant.tidy,
    ),
    ...(variant.tidy ? passwordPolicyTidy(release.pam.faillockConf) : passwordPolicyStock(release.pam.faillockConf)),
    '/etc/login.defs': loginDefs({
      ...(variant.tidy ? loginDefsTidy : loginDefsStock),
      umask: release.umask === '022' || variant.tidy ? '022' : '077',
      ownGroups: variant.tidy ? 'no' : 'yes',
      hash: release.pam.hash === 'yescrypt' ? 'YESCRYPT' : 'SHA512',
      minLength: variant.tidy ? '9' : '5',
    }),
    ...profilesRedhat(variant.tidy ? '022' : release.umask),
    ...(variant.tidy ? { ...idleTimeTidy, ...umaskTidy, '/etc/bashrc': '# /etc/bashrc\numask 022\n' } : {}),
    ...sshRelease(release.ssh),
    ...release.sshFiles,
    ...sudoers('wheel', release.cloudUser),
    ...release.time,
    ...logsOf(
      release.lab.units.some(({ name }) => name === 'rsyslog') ? 'rsyslog of Red Hat' : 'journal',
      variant.tidy ? '0640' : '0644',
    ),
    ...systemFilesRedhat(variant.tidy),
    ...redhatPrograms,
    '/usr/bin/bash': { text: bashText, mode: '0755' },
    ...labFiles(release.lab),
    ...variant.files,
  };
  const tools = programs(
    'authselect',
    'chronyc',
    'getfacl',
    'rpcinfo',
    'ss',
    'sshd',
    'systemctl',
    'timedatectl',
    'uname',
  );
  // rpcinfo comes with rpcbind.
  const mapped = release.lab.listeners.some((line) => line.endsWith(' rpcbind'));
  const absent = [...(release.pam.layout === 'authselect' ? [] : ['authselect']), ...(mapped ? [] : ['rpcinfo'])];
  for (const name of [...absent, ...(variant.withoutTools ?? [])]) delete tools[name];
  return {
    name: variant.name,
    platformName: release.platformName,
    platformVersion: release.platformVersion,
    files: present(files),
    tools,
  };
}

/** Files without those taken away. */
export function present(files: Readonly<Record<string, WorldFile | null>>): Record<string, WorldFile> {
  return Object.fromEntries(Object.entries(files).filter((entry): entry is [string, WorldFile] => entry[1] !== null));
}

/** Red Hat builds bash with another search path for an empty environment than the machine the lab runs on may have. */
const bashText = lines([
  '#!/bin/sh',
  'case $(export -p) in',
  "  *'export PATH='*) ;;",
  '  *)',
  '    PATH=/usr/local/bin:/bin:/usr/bin',
  '    export PATH',
  '    ;;',
  'esac',
  'exec /opt/lab/host/usr/bin/bash "$@"',
]);

const redhatPrograms = privilegedPrograms([
  ['/usr/bin/su', '4755'],
  ['/usr/bin/sudo', '4111'],
  ['/usr/bin/passwd', '4755'],
  ['/usr/bin/chage', '4755'],
  ['/usr/bin/gpasswd', '4755'],
  ['/usr/bin/newgrp', '4755'],
  ['/usr/bin/mount', '4755'],
  ['/usr/bin/umount', '4755'],
  ['/usr/bin/chfn', '4711'],
  ['/usr/bin/chsh', '4711'],
  ['/usr/bin/write', '2755', 5],
  ['/usr/sbin/unix_chkpwd', '4755'],
  ['/usr/sbin/pam_timestamp_check', '4755'],
]);
