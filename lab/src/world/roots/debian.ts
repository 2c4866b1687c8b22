// What Debian and Ubuntu have in common, from which each of their roots is made.
import type { RootSpec, WorldFile } from '../spec.ts';
import type { Account, Files } from './accounts.ts';
import { accountFiles, agesStock, groupsOf, systemAccounts } from './accounts.ts';
import { logsOf, ubuntuSyslog } from './logging.ts';
import { loginDefs, loginDefsStock, loginDefsTidy } from './login-defs.ts';
import { pamDebian } from './pam-debian.ts';
import { programs } from './programs.ts';
import type { RootVariant } from './redhat.ts';
import { present } from './redhat.ts';
import { idleTimeTidy, profilesDebian, umaskTidy } from './shell-profiles.ts';
import type { LabFacts } from './skeleton.ts';
import { labFiles, privilegedPrograms, skeleton } from './skeleton.ts';
import type { SshRelease } from './ssh-server.ts';
import { sshConfigDebian, sshRelease } from './ssh-server.ts';
import { sudoers } from './sudo.ts';
import { systemFilesDebian } from './system-files.ts';

/** One release of the two. */
export interface DebianRelease {
  readonly platformName: string;
  readonly platformVersion: string;
  readonly osRelease: string;
  readonly debianVersion: string;
  readonly cloudUser: 'admin' | 'ubuntu';
  readonly ssh: SshRelease;
  readonly hash: 'sha512' | 'yescrypt';
  readonly loginHash: 'SHA512' | 'YESCRYPT';
  /** The module that hardening uses to lock. */
  readonly lockModule: 'faillock' | 'tally2';
  /** Ubuntu: pam_umask in common-session and own groups. */
  readonly pamUmask: boolean;
  readonly time: Files;
  readonly lab: LabFacts;
  /** getfacl comes with Ubuntu's server images, not with minimal Debian. */
  readonly acl: boolean;
  /** Drop-ins and other files that the cloud image adds. */
  readonly imageFiles: Files;
}

export const shadowGid = 42;
export const crontabGid = 105;
const sshGid = 106;

const systemUsers = `
  daemon:1:1:/usr/sbin:/usr/sbin/nologin bin:2:2:/bin:/usr/sbin/nologin sys:3:3:/dev:/usr/sbin/nologin sync:4:65534:/bin:/bin/sync
  games:5:60:/usr/games:/usr/sbin/nologin man:6:12:/var/cache/man:/usr/sbin/nologin lp:7:7:/var/spool/lpd:/usr/sbin/nologin
  mail:8:8:/var/mail:/usr/sbin/nologin news:9:9:/var/spool/news:/usr/sbin/nologin uucp:10:10:/var/spool/uucp:/usr/sbin/nologin
  proxy:13:13:/bin:/usr/sbin/nologin www-data:33:33:/var/www:/usr/sbin/nologin backup:34:34:/var/backups:/usr/sbin/nologin
  list:38:38:/var/list:/usr/sbin/nologin irc:39:39:/run/ircd:/usr/sbin/nologin nobody:65534:65534:/nonexistent:/usr/sbin/nologin
  _apt:42:65534:/nonexistent:/usr/sbin/nologin messagebus:100:107:/nonexistent:/usr/sbin/nologin sshd:101:65534:/run/sshd:/usr/sbin/nologin`;
const systemGroups = `
  root:0 daemon:1 bin:2 sys:3 adm:4 tty:5 disk:6 lp:7 mail:8 news:9 uucp:10 man:12 proxy:13 kmem:15 dialout:20 fax:21 voice:22 cdrom:24
  floppy:25 tape:26 sudo:27 audio:29 dip:30 www-data:33 backup:34 operator:37 list:38 irc:39 src:40 shadow:42 utmp:43 video:44 plugdev:46
  staff:50 games:60 users:100 nogroup:65534 crontab:${crontabGid} _ssh:${sshGid} messagebus:107 systemd-journal:190`;

/** Makes one root of a release. */
export function debianRoot(release: DebianRelease, variant: RootVariant): RootSpec {
  const ubuntu = release.cloudUser === 'ubuntu';
  const cloudUser: Account = {
    name: release.cloudUser,
    uid: 1000,
    gid: 1000,
    home: `/home/${release.cloudUser}`,
    shell: '/bin/bash',
    password: '!',
    ages: agesStock,
  };
  const root: Account = {
    name: 'root',
    uid: 0,
    gid: 0,
    home: '/root',
    shell: '/bin/bash',
    password: '*',
    ages: agesStock,
  };
  const accounts = [
    root,
    ...systemAccounts(ubuntu ? `${systemUsers} ${ubuntuSyslog.account}` : systemUsers, '*'),
    cloudUser,
    ...(variant.people ?? []),
    ...(variant.moreAccounts ?? []),
  ];
  const groups = [
    ...groupsOf(ubuntu ? `${systemGroups} ${ubuntuSyslog.group}` : systemGroups).map((group) =>
      group.name === 'sudo' ? { ...group, members: [release.cloudUser] } : group,
    ),
    ...(variant.tidy ? [{ name: 'sugroup', gid: 900 }] : []),
    ...(variant.moreGroups ?? []),
  ];
  const files: Record<string, WorldFile | null> = {
    ...skeleton('0700'),
    '/etc/os-release': release.osRelease,
    '/etc/debian_version': `${release.debianVersion}\n`,
    ...accountFiles(accounts, groups, { mode: '0640', gid: shadowGid }),
    ...(variant.tidy ? shadowStrict(accounts, groups) : {}),
    ...pamDebian({
      hash: release.hash,
      lockout: variant.tidy ? release.lockModule : false,
      quality: variant.tidy,
      history: variant.tidy,
      umask: release.pamUmask,
      ...(variant.tidy ? { suGroup: 'sugroup' } : {}),
    }),
    '/etc/login.defs': loginDefs({
      ...(variant.tidy ? loginDefsTidy : loginDefsStock),
      umask: '022',
      ownGroups: variant.tidy ? 'no' : 'yes',
      hash: release.loginHash,
      superPath: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
    }),
    ...profilesDebian(),
    ...(variant.tidy ? { ...idleTimeTidy, ...umaskTidy } : {}),
    ...sshRelease(release.ssh),
    ...sshConfigDebian(release.ssh),
    ...sudoers('sudo', release.cloudUser),
    ...release.imageFiles,
    ...release.time,
    ...logsOf(keeperOf(release), variant.tidy ? '0640' : '0644'),
    ...systemFilesDebian(variant.tidy),
    ...debianPrograms,
    ...labFiles(release.lab),
    ...variant.files,
  };
  const tools = programs('chronyc', 'getfacl', 'ss', 'sshd', 'systemctl', 'timedatectl', 'uname');
  const absent = [
    ...(release.acl ? [] : ['getfacl']),
    ...('/etc/chrony/chrony.conf' in present(files) ? [] : ['chronyc']),
  ];
  for (const name of [...absent, ...(variant.withoutTools ?? [])]) delete tools[name];
  return {
    name: variant.name,
    platformName: release.platformName,
    platformVersion: release.platformVersion,
    files: present(files),
    tools,
  };
}

function keeperOf(release: DebianRelease): Parameters<typeof logsOf>[0] {
  if (!release.lab.units.some(({ name }) => name === 'rsyslog')) return 'journal';
  return release.cloudUser === 'ubuntu' ? 'rsyslog of Ubuntu' : 'rsyslog of Debian';
}

/** A hardened host follows the guide to the letter: 400, where the distribution ships 640 with group shadow. */
function shadowStrict(accounts: readonly Account[], groups: ReturnType<typeof groupsOf>): Files {
  const files = accountFiles(accounts, groups, { mode: '0400', gid: 0 });
  return Object.fromEntries(
    Object.entries(files).filter(([path]) => path === '/etc/shadow' || path === '/etc/gshadow'),
  );
}

const debianPrograms = privilegedPrograms([
  ['/usr/bin/su', '4755'],
  ['/usr/bin/sudo', '4755'],
  ['/usr/bin/passwd', '4755'],
  ['/usr/bin/chage', '2755', shadowGid],
  ['/usr/bin/expiry', '2755', shadowGid],
  ['/usr/bin/gpasswd', '4755'],
  ['/usr/bin/newgrp', '4755'],
  ['/usr/bin/chfn', '4755'],
  ['/usr/bin/chsh', '4755'],
  ['/usr/bin/mount', '4755'],
  ['/usr/bin/umount', '4755'],
  ['/usr/bin/ssh-agent', '2755', sshGid],
  ['/usr/lib/openssh/ssh-keysign', '4755'],
  ['/usr/sbin/unix_chkpwd', '2755', shadowGid],
]);
