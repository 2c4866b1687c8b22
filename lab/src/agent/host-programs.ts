// The programs of this machine that an instance may use; everything else a distribution has or lacks is said by its root.

/** What a minimal installation of every distribution we imitate holds (coreutils, findutils, grep, sed, awk, tar, gzip, procps, util-linux, curl). */
export const hostPrograms: readonly string[] = [
  ...'[ awk base64 basename bash bunzip2 bzip2 cat chgrp chmod chown cksum cmp comm cp curl cut date dd df diff dirname du'.split(
    ' ',
  ),
  ...'echo egrep env expr false fgrep find findmnt flock fold free gawk getent getopt grep groups gunzip gzip head hexdump'.split(
    ' ',
  ),
  ...'hostname id install ionice join kill link ln logger ls lsblk mawk md5sum mkdir mkfifo mktemp more mount mountpoint'.split(
    ' ',
  ),
  ...'mv nice nl nohup nproc numfmt od paste pgrep pidof pkill printenv printf ps pwd readlink realpath renice rm rmdir sed'.split(
    ' ',
  ),
  ...'seq setsid sh sha1sum sha256sum sha512sum sleep sort split stat stty sync tac tail tar tee test timeout top touch tr'.split(
    ' ',
  ),
  ...'true truncate tty umount uname uniq unlink uptime vmstat wc which whoami xargs xz xzcat yes zcat'.split(' '),
];

/** A small file system of its own inside every instance, so that a walk over the instance's files stops before this machine's. */
export const hostFolder = '/opt/lab/host';
