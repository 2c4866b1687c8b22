// The scripts and units that run at start-up, with owner, mode and access-control lists: rc scripts, and the units of systemd.
import type { FileRecord } from '@bongsu/core';
import { probe, unread } from '@bongsu/core';
import type { FileModes } from './file-modes.ts';
import { fileModesOf, guardShell } from './file-modes.ts';

export interface StartupFiles {
  readonly modes: FileModes;
  /** Scripts, units and the folders that hold them; links stand for what they lead to. */
  readonly files: readonly FileRecord[];
  /** Links that lead nowhere; masked units are none of them. */
  readonly broken: readonly FileRecord[];
}

/** A link of a run level to its script says nothing that the script itself does not. */
const runLevelLink = /\/rc[0-6S]\.d\/[^/]+$/;

export const startupFiles = probe<StartupFiles>({
  name: 'startup-files',
  timeoutSeconds: 60,
  // About 5,000 units and scripts.
  sizeBytesMax: 524288,
  live: false,
  // The RHEL family links /etc/init.d to rc.d, and /lib to /usr/lib: each folder once.
  script: `
${guardShell}
inside() { expand "$1/*" later guard; }
_seen=
for _folder in /etc/rc.d /etc/rc.d/init.d /etc/init.d /etc/rc.d/rc0.d /etc/rc.d/rc1.d /etc/rc.d/rc2.d /etc/rc.d/rc3.d /etc/rc.d/rc4.d \\
  /etc/rc.d/rc5.d /etc/rc.d/rc6.d /etc/rc0.d /etc/rc1.d /etc/rc2.d /etc/rc3.d /etc/rc4.d /etc/rc5.d /etc/rc6.d /etc/rcS.d \\
  /etc/systemd/system /usr/lib/systemd/system /lib/systemd/system; do
  follow "$_folder"
  case $_seen in *"|$_real|"*) continue ;; esac
  _seen="$_seen|$_real|"
  guard "$_folder"
  # Vendor units are many; packages give them no access-control list.
  case $_folder in
    */lib/*)
      expand "$_folder/*" later metas
      later '' metas
      ;;
    *)
      expand "$_folder/*" later guard
      later '' guard
      ;;
  esac
done
guard /etc/rc.local
expand '/etc/systemd/system/*' inside
later '' guard
`,
  read(records) {
    const hidden = records.files().find((file) => file.state === 'unreadable');
    if (hidden) return unread(`${hidden.path}를 볼 수 없음`, `${hidden.path} could not be seen`);
    const there = records.files().filter((file) => file.state === 'present' && !repeats(file));
    return {
      modes: fileModesOf(records),
      // What is neither file nor folder runs nothing: a masked unit is a link to /dev/null.
      files: there.filter((file) => file.type === 'file' || file.type === 'dir'),
      broken: there.filter((file) => file.type === 'link' && file.linkTarget !== '/dev/null'),
    };
  },
});

function repeats(file: FileRecord): boolean {
  return runLevelLink.test(file.path) && /^(?:\.\.\/|\/etc\/)(?:rc\.d\/)?init\.d\/[^/]+$/.test(file.linkTarget);
}
