// Files that every system has, with the modes in which it is packaged: services, login records, start-up scripts and units.
import type { WorldFile } from '../spec.ts';
import type { Files } from './accounts.ts';

const service = '[Service]\nExecStart=/usr/sbin/sshd -D\n';
const script = '#!/bin/sh\nexit 0\n';

/** The group utmp writes login records; a hardened host takes that right away. */
function loginRecords(utmpGid: number, tidy: boolean): Files {
  const record = (mode: string): WorldFile => ({ text: '', mode, gid: tidy ? 0 : utmpGid });
  return {
    '/var/log/wtmp': record(tidy ? '0644' : '0664'),
    '/var/log/btmp': record(tidy ? '0600' : '0660'),
    '/var/log/lastlog': record(tidy ? '0644' : '0664'),
  };
}

export function systemFilesRedhat(tidy: boolean): Files {
  return {
    '/etc/services': 'ssh 22/tcp\ntelnet 23/tcp\n',
    ...loginRecords(22, tidy),
    '/var/log/dnf.log': '',
    '/etc/rc.d/init.d/functions': { text: '# functions\n' },
    '/etc/init.d': { link: 'rc.d/init.d' },
    '/etc/rc.d/rc.local': { text: script },
    '/etc/rc.local': { link: 'rc.d/rc.local' },
    '/usr/lib/systemd/system/sshd.service': service,
    '/etc/systemd/system.conf': '[Manager]\n',
    '/etc/systemd/system/multi-user.target.wants/sshd.service': { link: '/usr/lib/systemd/system/sshd.service' },
  };
}

export function systemFilesDebian(tidy: boolean): Files {
  return {
    '/etc/services': 'ssh 22/tcp\ntelnet 23/tcp\n',
    ...loginRecords(43, tidy),
    '/var/log/dpkg.log': '',
    // Its text is left out of cloud images.
    '/var/log/README': { link: '../../usr/share/doc/systemd/README.logs' },
    '/etc/init.d/ssh': { text: script, mode: '0755' },
    '/etc/rc3.d/S01ssh': { link: '../init.d/ssh' },
    '/usr/lib/systemd/system/ssh.service': service,
    '/etc/systemd/system.conf': '[Manager]\n',
    '/etc/systemd/system/sshd.service': { link: '/usr/lib/systemd/system/ssh.service' },
    '/etc/systemd/system/multi-user.target.wants/ssh.service': { link: '/usr/lib/systemd/system/ssh.service' },
  };
}
