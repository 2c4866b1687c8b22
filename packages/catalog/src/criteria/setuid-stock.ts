// The SUID and SGID programs that the distributions themselves install, and the words by which a needless or dangerous one is known.
//
// Sources: Debian 12 read from an installed system (find / -perm /6000 with dpkg -S); Amazon Linux 2 and 2023, RHEL and Rocky 8 and 9,
// Ubuntu 20.04 to 24.04 from the modes that their packages set (shadow-utils, util-linux, sudo, polkit, pam, openssh, cronie, at, sssd,
// grub2, utempter, nfs-utils, postfix). A program that is missing here goes to a person, never to a pass.
import type { Family } from '@bongsu/core';
import type { WalkedFile } from '../probes/file-walk.ts';

/** Special bits: 4 SUID, 2 SGID, 6 both. Paths are written below /usr, where merged systems keep them. */
type Stock = Readonly<Record<string, 2 | 4 | 6>>;

const everywhere: Stock = {
  '/usr/bin/chfn': 4,
  '/usr/bin/chsh': 4,
  '/usr/bin/fusermount': 4,
  '/usr/bin/fusermount3': 4,
  '/usr/bin/gpasswd': 4,
  '/usr/bin/mount': 4,
  '/usr/bin/newgrp': 4,
  '/usr/bin/passwd': 4,
  '/usr/bin/pkexec': 4,
  '/usr/bin/su': 4,
  '/usr/bin/sudo': 4,
  '/usr/bin/umount': 4,
  '/usr/bin/wall': 2,
  '/usr/bin/write': 2,
  '/usr/lib/polkit-1/polkit-agent-helper-1': 4,
  '/usr/sbin/mount.cifs': 4,
  '/usr/sbin/mount.nfs': 4,
  '/usr/sbin/postdrop': 2,
  '/usr/sbin/postqueue': 2,
};

const redHat: Stock = {
  ...everywhere,
  '/usr/bin/at': 4,
  '/usr/bin/chage': 4,
  '/usr/bin/crontab': 4,
  '/usr/bin/ksu': 4,
  '/usr/bin/locate': 2,
  '/usr/bin/ssh-agent': 2,
  '/usr/bin/staprun': 4,
  '/usr/lib64/dbus-1/dbus-daemon-launch-helper': 4,
  '/usr/libexec/cockpit-session': 4,
  '/usr/libexec/dbus-1/dbus-daemon-launch-helper': 4,
  '/usr/libexec/openssh/ssh-keysign': 6,
  '/usr/libexec/sssd/krb5_child': 4,
  '/usr/libexec/sssd/ldap_child': 4,
  '/usr/libexec/sssd/p11_child': 4,
  '/usr/libexec/sssd/proxy_child': 4,
  '/usr/libexec/sssd/selinux_child': 4,
  '/usr/libexec/utempter/utempter': 2,
  '/usr/sbin/grub2-set-bootflag': 4,
  '/usr/sbin/lockdev': 2,
  '/usr/sbin/netreport': 2,
  '/usr/sbin/pam_timestamp_check': 4,
  '/usr/sbin/unix_chkpwd': 4,
  '/usr/sbin/userhelper': 4,
  '/usr/sbin/usernetctl': 4,
};

const debian: Stock = {
  ...everywhere,
  '/usr/bin/at': 6,
  '/usr/bin/bsd-write': 2,
  '/usr/bin/chage': 2,
  '/usr/bin/crontab': 2,
  '/usr/bin/dotlockfile': 2,
  '/usr/bin/expiry': 2,
  '/usr/bin/mlocate': 2,
  '/usr/bin/plocate': 2,
  '/usr/bin/ssh-agent': 2,
  '/usr/bin/traceroute6.iputils': 4,
  '/usr/bin/write.ul': 2,
  '/usr/lib/dbus-1.0/dbus-daemon-launch-helper': 4,
  '/usr/lib/aarch64-linux-gnu/utempter/utempter': 2,
  '/usr/lib/eject/dmcrypt-get-device': 4,
  '/usr/lib/openssh/ssh-keysign': 4,
  '/usr/lib/policykit-1/polkit-agent-helper-1': 4,
  '/usr/lib/snapd/snap-confine': 4,
  '/usr/lib/x86_64-linux-gnu/utempter/utempter': 2,
  '/usr/libexec/polkit-agent-helper-1': 4,
  '/usr/sbin/exim4': 4,
  '/usr/sbin/pam_extrausers_chkpwd': 2,
  '/usr/sbin/unix_chkpwd': 2,
};

const stock: Readonly<Record<Family, Stock>> = {
  'amazon-linux': redHat,
  rhel: redHat,
  ubuntu: debian,
  debian,
  windows: {},
  other: {},
};

/** Only root's, with no special bit beyond the stock one and not to be written by a group; Debian's at belongs to daemon (uid 1). */
export function isStock(file: WalkedFile, family: Family): boolean {
  const special = file.mode >> 9;
  const owned = file.uid === 0 || (programOf(file) === 'at' && file.uid === 1);
  return owned && (file.mode & 0o022) === 0 && (special & ~stockBits(family, file.path)) === 0;
}

export function programOf(file: WalkedFile): string {
  return file.path.slice(file.path.lastIndexOf('/') + 1);
}

/** The special bits with which the distribution installs this path; 0 where it installs none there. */
function stockBits(family: Family, path: string): number {
  return stock[family][path.replace(/^\/(?=(?:s?bin|lib(?:32|64|x32)?)\/)/, '/usr/')] ?? 0;
}

/** The programs that the 2021 guide names (U-13), by name: `lpq*` means lpq and lpq-lpd. */
export function namedByGuide(program: string): boolean {
  return /^(?:dump|restore|unix_chkpwd|at|newgrp|traceroute|(?:lpq|lpr|lprm|lpc)(?:-[a-z]+)?)$/.test(program);
}

const free =
  /^(?:(?:ba|da|a|k|mk|pdk|z|c|tc|fi|rba)?sh|busybox|python[0-9.]*|perl[0-9.]*|ruby[0-9.]*|lua[0-9.]*|php[0-9.]*|node|tclsh[0-9.]*|expect|[gmn]?awk|find|xargs|env|vim?(?:\.[a-z]+)?|view|nano|emacs|ed|ex|less|more|man|sed|tar|cp|mv|cat|dd|tee|rsync|zip|gdb|strace|nmap|socat|nc|ncat|docker|openssl)$/;

/** Shells, interpreters and tools that run or overwrite whatever their user asks: as SUID each is a root shell. */
export function runsAnything(program: string): boolean {
  return free.test(program);
}
